/// Writes a definition over what a portal's database holds.
struct PortalDefinitionStore {
    let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Settings, texts, contacts, news and closed days become the definition's; activities are matched by their codes.
    func replace(with definition: PortalDefinition) throws {
        try put(definition.settings)
        try FamilyCheckStore(transaction).replace(with: definition.settings.checkReminders)
        try YearPassageStore(transaction).replace(with: definition.settings.schools)
        try RetentionRulesStore(transaction).replace(with: definition.settings.retention)
        try ActivationKeyScopeStore(transaction).put(definition.settings.keyScope)
        try replaceTexts(definition.settings.texts)
        try replaceContacts(definition.settings.contacts)
        try replaceNews(definition.settings.news)
        try replacePolicies(definition.settings.changePolicies)
        try replaceClosures(definition.closures)
        try RegulationStore(transaction).replace(with: definition.settings.regulations)
        try ArrearsStore(transaction).replace(with: definition.settings.arrears)
        try DocumentTypeStore(transaction).replace(with: definition.settings.documents)
        try removeActivities(except: Set(definition.activities.map(\.code)))
        for (position, activity) in definition.activities.enumerated() { try put(activity, at: position) }
        try AbsencePolicyStore(transaction).replace(with: definition)
        try NurseryPolicyStore(transaction).replace(with: definition)
        try OutingPlanStore(transaction).replace(with: definition)
        try BusNetworkStore(transaction).replace(with: definition)
        try PortalCatalogueStore(transaction).noteChange()
    }

    private func put(_ settings: PortalSettings) throws {
        try transaction.execute(
            """
            INSERT INTO portal (id, slug, name, short_name, portal_name, tagline, accent, school_zone, alsace_moselle, website, custody_view,
                staff_second_factor, residents, marks)
            VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, name = excluded.name, short_name = excluded.short_name,
                portal_name = excluded.portal_name, tagline = excluded.tagline, accent = excluded.accent,
                school_zone = excluded.school_zone, alsace_moselle = excluded.alsace_moselle, website = excluded.website,
                custody_view = excluded.custody_view, staff_second_factor = excluded.staff_second_factor,
                residents = excluded.residents, marks = excluded.marks
            """,
            settings.slug,
            settings.name,
            settings.shortName,
            settings.portalName,
            settings.tagline,
            settings.accent,
            settings.schoolZone,
            settings.alsaceMoselle,
            settings.website,
            settings.custodyView,
            settings.staffSecondFactor,
            settings.residents.joined(separator: "\n"),
            settings.marks.map(\.rawValue).joined(separator: "\n")
        )
    }

    private func replaceTexts(_ texts: [PortalText]) throws {
        try transaction.execute("DELETE FROM portal_texts")
        for (position, text) in texts.enumerated() {
            try transaction.execute(
                "INSERT INTO portal_texts (code, title, body, position) VALUES ($1, $2, $3, $4)",
                text.code,
                text.title,
                text.body,
                position
            )
        }
    }

    private func replaceContacts(_ contacts: [PortalContact]) throws {
        try transaction.execute("DELETE FROM contacts")
        for (position, contact) in contacts.enumerated() {
            try transaction.execute(
                "INSERT INTO contacts (position, name, phone, email, address, hours) VALUES ($1, $2, $3, $4, $5, $6)",
                position,
                contact.name,
                contact.phone,
                contact.email,
                contact.address,
                contact.hours
            )
        }
    }

    private func replaceNews(_ news: [PortalNews]) throws {
        try transaction.execute("DELETE FROM news")
        for article in news {
            try transaction.execute(
                "INSERT INTO news (published_on, title, body) VALUES ($1, $2, $3)",
                article.publishedOn,
                article.title,
                article.body
            )
        }
    }

    private func replacePolicies(_ policies: [ChangeField: ChangePolicy]) throws {
        try transaction.execute("DELETE FROM change_policies")
        for (field, policy) in policies {
            try transaction.execute("INSERT INTO change_policies (field, policy) VALUES ($1, $2)", field, policy)
        }
    }

    private func replaceClosures(_ closures: [TownClosure]) throws {
        try transaction.execute("DELETE FROM closures")
        for closure in closures {
            try transaction.execute(
                "INSERT INTO closures (first_day, last_day, reason, activities) VALUES ($1, $2, $3, $4)",
                closure.firstDay,
                closure.lastDay,
                closure.reason,
                closure.activities.joined(separator: " ")
            )
        }
    }
}
