extension PortalDefinition {
    /// Reads a definition file.
    ///
    /// - Parameters:
    ///   - file: the file's name, for the errors.
    ///   - today: what "il y a 3 jours" counts from.
    /// - Throws: `DefinitionError` with every mistake found.
    package init(yaml bytes: [UInt8], file: String, today: CivilDate) throws(DefinitionError) {
        let root: YAMLNode
        do {
            root = try YAMLNode(document: bytes)
        } catch {
            throw DefinitionError(file: file, issues: [DefinitionIssue(line: error.line, field: "", message: error.message)])
        }
        let issues = DefinitionIssues()
        let definition = PortalDefinition(root, today: today, issues: issues)
        guard let definition, issues.found.isEmpty else {
            throw DefinitionError(file: file, issues: issues.found.sorted { $0.line < $1.line })
        }
        self = definition
    }

    private init?(_ root: YAMLNode, today: CivilDate, issues: DefinitionIssues) {
        guard let fields = DefinitionFields(root, path: "", keys: DefinitionKey.file, issues: issues) else { return nil }
        let town = fields.mapping("commune", keys: DefinitionKey.town)
        let marks = town?.householdMarks() ?? []
        let texts = fields.members("textes", keys: PortalTextCode.allCases.map(\.rawValue), PortalText.init)
        let contacts = fields.items("contacts", PortalContact.init)
        let news = fields.items("actualités") { PortalNews($0, today: today) }.sortedStably { $0.publishedOn > $1.publishedOn }
        let closures = fields.items("fermetures", TownClosure.init).sortedStably { ($0.firstDay, $0.lastDay) < ($1.firstDay, $1.lastDay) }
        let schools = fields.items("écoles", SchoolSuccession.init)
        if Set(schools.map(\.nursery)).count < schools.count { fields.note("écoles", "une maternelle y est deux fois") }
        let check = fields.has("vérification annuelle") ? fields.mapping("vérification annuelle", keys: DefinitionKey.check) : nil
        let reminders = check?.items("relances") { $0.value(.monthDay) } ?? []
        let policies = fields.members("modifications", keys: ChangeField.governed.map(\.rawValue)) { key, item -> (ChangeField, ChangePolicy)? in
            guard let field = ChangeField(rawValue: key), let policy = item.value(.word as DefinitionFormat<ChangePolicy>) else { return nil }
            return (field, policy)
        }
        let kept = fields.members("conservation", keys: RetentionRules.Kind.allCases.map(\.rawValue)) { key, item -> (RetentionRules.Kind, Int)? in
            guard let kind = RetentionRules.Kind(rawValue: key), let months = item.value(.retention) else { return nil }
            return (kind, months)
        }
        let absences = fields.has("absences") ? fields.mapping("absences", keys: AbsencePolicy.keys).flatMap(AbsencePolicy.init) : nil
        let activities = fields.required("activités", items: { ActivityDefinition($0, marks: marks) })
        let regulations = fields.items("règlements", Regulation.init)
        fields.refuseDuplicateCodes(in: "règlements")
        for (index, regulation) in regulations.enumerated() {
            for code in regulation.activities where !activities.contains(where: { $0.code == code }) {
                fields.note("règlements[\(index + 1)].activités", "aucune activité n'a le code «\u{A0}\(code)\u{A0}»")
            }
        }
        let documents = fields.items("pièces justificatives", DocumentType.init)
        fields.refuseDuplicateCodes(in: "pièces justificatives")
        for (index, document) in documents.enumerated() {
            for code in document.activities where !activities.contains(where: { $0.code == code }) {
                fields.note("pièces justificatives[\(index + 1)].activités", "aucune activité n'a le code «\u{A0}\(code)\u{A0}»")
            }
        }
        for (index, activity) in activities.enumerated() {
            for code in activity.outing?.participants ?? [] where !activities.contains(where: { $0.code == code }) {
                fields.note("activités[\(index + 1)].ouverte à", "aucune activité n'a le code \(quoted(code))")
            }
        }
        fields.refuseDuplicateCodes(in: "activités")
        fields.refuseOverlaps("fermetures", of: closures.filter(\.isWhole).map { $0.firstDay...$0.lastDay })
        if Set(closures.map { $0.firstDay...$0.lastDay }).count < closures.count { fields.note("fermetures", "deux fermetures ont les mêmes jours") }
        let codes = Set(activities.map(\.code))
        if let stranger = closures.flatMap(\.activities).first(where: { !codes.contains($0) }) {
            fields.note("fermetures", "\(quoted(stranger)) n'est le code d'aucune activité")
        }
        guard let town,
            var settings = PortalSettings(
                town,
                texts: texts,
                contacts: contacts,
                news: news,
                policies: Dictionary(policies, uniquingKeysWith: { $1 }),
                regulations: regulations
            )
        else { return nil }
        settings.marks = marks
        if let absences { settings.absences = absences }
        settings.documents = documents
        settings.schools = schools
        settings.checkReminders = reminders
        settings.retention = RetentionRules(Dictionary(kept, uniquingKeysWith: { $1 }))
        settings.arrears = fields.has("impayés") ? fields.mapping("impayés", keys: ArrearsPolicy.keys).flatMap(ArrearsPolicy.init) : nil
        self.init(settings: settings, closures: closures, activities: activities)
    }
}

extension PortalSettings {
    fileprivate init?(
        _ town: DefinitionFields,
        texts: [PortalText],
        contacts: [PortalContact],
        news: [PortalNews],
        policies: [ChangeField: ChangePolicy],
        regulations: [Regulation]
    ) {
        let slug = town.required("adresse", .slug)
        let name = town.required("nom", .line())
        let shortName = town.required("nom court", .line(40))
        let portalName = town.required("nom du portail", .line(60))
        let tagline = town.required("accroche", .line(200))
        let accent = town.required("couleur", .colour)
        let zone = town.required("zone scolaire", .zone)
        let alsaceMoselle = town.optional("alsace-moselle", .yesOrNo)
        let custodyView = town.optional("garde alternée", .word as DefinitionFormat<CustodyView>)
        let staffSecondFactor = town.optional("double authentification des agents", .word as DefinitionFormat<StaffSecondFactor>)
        let keyScope = town.optional("clé enfance", .word as DefinitionFormat<ActivationKeyScope>)
        let residents = town.items("résidents") { $0.value(.line(60)) }
        let website = town.optional("site", .website)
        guard let slug, let name, let shortName, let portalName, let tagline, let accent, let zone else { return nil }
        self.init(
            slug: slug,
            name: name,
            shortName: shortName,
            portalName: portalName,
            tagline: tagline,
            accent: accent,
            schoolZone: zone,
            alsaceMoselle: alsaceMoselle ?? false,
            website: website,
            texts: texts,
            contacts: contacts,
            news: news,
            changePolicies: policies,
            custodyView: custodyView ?? .whole,
            regulations: regulations,
            staffSecondFactor: staffSecondFactor ?? .required,
            residents: residents
        )
        if let keyScope { self.keyScope = keyScope }
    }
}

extension DefinitionFormat where Value == Int {
    /// How long something is kept, in months.
    fileprivate static var retention: DefinitionFormat {
        DefinitionFormat(expected: "il faut une durée comme 18 mois ou 10 ans, cinquante ans au plus", RetentionRules.months(notation:))
    }
}

extension PortalText {
    fileprivate init?(_ key: String, _ item: DefinitionItem) {
        guard let code = PortalTextCode(rawValue: key), let fields = item.fields(DefinitionKey.text) else { return nil }
        let title = fields.required("titre", .line())
        let body = fields.required("texte", .prose())
        guard let title, let body else { return nil }
        self.init(code: code, title: title, body: body)
    }
}

extension PortalContact {
    fileprivate init?(_ item: DefinitionItem) {
        guard let fields = item.fields(DefinitionKey.contact) else { return nil }
        let name = fields.required("nom", .line())
        let phone = fields.optional("téléphone", .phone)
        let email = fields.optional("courriel", .email)
        let address = fields.optional("adresse", .prose(300))
        let hours = fields.optional("horaires", .prose(300))
        guard let name else { return nil }
        self.init(name: name, phone: phone, email: email, address: address, hours: hours)
    }
}

extension SchoolSuccession {
    fileprivate init?(_ item: DefinitionItem) {
        guard let fields = item.fields(DefinitionKey.school) else { return nil }
        let nursery = fields.required("maternelle", .line())
        let primary = fields.required("élémentaire", .line())
        guard let nursery, let primary else { return nil }
        self.init(nursery: nursery, primary: primary)
    }
}

extension PortalNews {
    fileprivate init?(_ item: DefinitionItem, today: CivilDate) {
        guard let fields = item.fields(DefinitionKey.news) else { return nil }
        let publishedOn = fields.required("publiée", .publication(today: today))
        let title = fields.required("titre", .line())
        let body = fields.required("texte", .prose())
        guard let publishedOn, let title, let body else { return nil }
        self.init(publishedOn: publishedOn, title: title, body: body)
    }
}

extension TownClosure {
    fileprivate init?(_ item: DefinitionItem) {
        guard let fields = item.fields(DefinitionKey.closure), let days = fields.days() else { return nil }
        guard let reason = fields.required("motif", .line()) else { return nil }
        let activities = fields.items("activités") { $0.value(.slug) }
        self.init(firstDay: days.lowerBound, lastDay: days.upperBound, reason: reason, activities: activities)
    }
}

extension Regulation {
    fileprivate init?(_ item: DefinitionItem) {
        guard let fields = item.fields(DefinitionKey.regulation) else { return nil }
        let code = fields.required("code", .slug)
        let title = fields.required("titre", .line())
        let version = fields.required("version", .line(40))
        let body = fields.required("texte", .prose(20_000))
        let activities = fields.items("activités") { $0.value(.slug) }
        guard let code, let title, let version, let body else { return nil }
        self.init(code: code, title: title, version: version, body: body, activities: activities)
    }
}
