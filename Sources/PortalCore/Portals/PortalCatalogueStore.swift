/// Reads what a portal offers out of its database.
package struct PortalCatalogueStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// The whole catalogue; nil in a database that no definition was imported into.
    package func load() throws -> PortalCatalogue? {
        guard var settings = try settings() else { return nil }
        if let absences = try AbsencePolicyStore(transaction).town() { settings.absences = absences }
        settings.checkReminders = try FamilyCheckStore(transaction).reminderDays()
        settings.schools = try YearPassageStore(transaction).successions()
        settings.retention = try RetentionRulesStore(transaction).rules()
        settings.keyScope = try ActivationKeyScopeStore(transaction).scope()
        settings.arrears = try ArrearsStore(transaction).policy()
        settings.documents = try DocumentTypeStore(transaction).all()
        var catalogue = PortalCatalogue(
            settings: settings,
            closures: try closures(),
            activities: try activities(),
            declared: try ClosureStore(transaction).holding()
        )
        catalogue.version = try version()
        return catalogue
    }

    private func settings() throws -> PortalSettings? {
        let texts = try texts()
        let contacts = try contacts()
        let news = try news()
        let policies = try changePolicies()
        let regulations = try RegulationStore(transaction).all()
        return try transaction.first(
            """
            SELECT slug, name, short_name, portal_name, tagline, accent, school_zone, alsace_moselle, website, custody_view,
                staff_second_factor, residents, marks
            FROM portal WHERE id = 1
            """
        ) { row in
            let (residents, marks): (String, String) = try (row[11], row[12])
            var settings = try PortalSettings(
                slug: row[0],
                name: row[1],
                shortName: row[2],
                portalName: row[3],
                tagline: row[4],
                accent: row[5],
                schoolZone: row[6],
                alsaceMoselle: row[7],
                website: row[8],
                texts: texts,
                contacts: contacts,
                news: news,
                changePolicies: policies,
                custodyView: row[9],
                regulations: regulations,
                staffSecondFactor: row[10],
                residents: residents.split(separator: "\n").map(String.init)
            )
            settings.marks = marks.split(separator: "\n").map { HouseholdMark(rawValue: String($0)) }
            return settings
        }
    }

    private func changePolicies() throws -> [ChangeField: ChangePolicy] {
        let rows = try transaction.query("SELECT field, policy FROM change_policies") { (try $0[0] as ChangeField, try $0[1] as ChangePolicy) }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    private func texts() throws -> [PortalText] {
        try transaction.query("SELECT code, title, body FROM portal_texts ORDER BY position") { row in
            try PortalText(code: row[0], title: row[1], body: row[2])
        }
    }

    private func contacts() throws -> [PortalContact] {
        try transaction.query("SELECT name, phone, email, address, hours FROM contacts ORDER BY position") { row in
            try PortalContact(name: row[0], phone: row[1], email: row[2], address: row[3], hours: row[4])
        }
    }

    private func news() throws -> [PortalNews] {
        try transaction.query("SELECT published_on, title, body FROM news ORDER BY published_on DESC, id") { row in
            try PortalNews(publishedOn: row[0], title: row[1], body: row[2])
        }
    }

    private func closures() throws -> [TownClosure] {
        try transaction.query("SELECT first_day, last_day, reason, activities FROM closures ORDER BY first_day, last_day") { row in
            let activities: String = try row[3]
            return try TownClosure(firstDay: row[0], lastDay: row[1], reason: row[2], activities: activities.split(separator: " ").map(String.init))
        }
    }
}
