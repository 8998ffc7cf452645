extension PortalDefinition {
    /// The definition file: reading it gives this definition back, writing it again the same text.
    package var yaml: String {
        var file = YAMLWriter()
        file.comment("Définition du portail de \(settings.shortName). Le format est décrit dans docs/definition.md.")
        file.emptyLine()
        file.mapping("commune") { settings.write(to: &$0) }
        file.section(settings.texts.isEmpty) { file in
            file.mapping("textes") { file in
                for text in settings.texts {
                    file.mapping(text.code.rawValue) { $0.article(text.title, text.body) }
                }
            }
        }
        file.section(settings.contacts.isEmpty) { file in
            file.items("contacts", settings.contacts) { $1.write(to: &$0) }
        }
        file.section(settings.news.isEmpty) { file in
            file.items("actualités", settings.news, spaced: true) { file, news in
                file.field("publiée", news.publishedOn.iso)
                file.article(news.title, news.body)
            }
        }
        file.section(closures.isEmpty) { file in
            file.items("fermetures", closures) { file, closure in
                file.days(from: closure.firstDay, to: closure.lastDay)
                file.prose("motif", closure.reason)
                if !closure.isWhole { file.flow("activités", closure.activities) }
            }
        }
        file.section(settings.schools.isEmpty) { file in
            file.items("écoles", settings.schools) { file, succession in
                file.prose("maternelle", succession.nursery)
                file.prose("élémentaire", succession.primary)
            }
        }
        file.section(settings.checkReminders.isEmpty) { file in
            file.mapping("vérification annuelle") { $0.flow("relances", settings.checkReminders.map(\.french)) }
        }
        file.section(settings.changePolicies.isEmpty) { file in
            file.mapping("modifications") { file in
                for field in ChangeField.governed { file.field(field.rawValue, settings.changePolicies[field]?.rawValue) }
            }
        }
        file.section(settings.retention.chosen.isEmpty) { file in
            file.mapping("conservation") { file in
                for rule in settings.retention.chosen { file.field(rule.kind.rawValue, RetentionRules.notation(of: rule.months)) }
            }
        }
        file.section(settings.regulations.isEmpty) { file in
            file.items("règlements", settings.regulations) { file, regulation in
                file.field("code", regulation.code)
                file.prose("titre", regulation.title)
                file.prose("version", regulation.version)
                file.block("texte", FrenchTypography.plain(regulation.body))
                if !regulation.activities.isEmpty { file.flow("activités", regulation.activities) }
            }
        }
        file.section(settings.documents.isEmpty) { file in
            file.items("pièces justificatives", settings.documents) { $1.write(to: &$0) }
        }
        if let arrears = settings.arrears { file.section(false) { $0.mapping("impayés") { arrears.write(to: &$0) } } }
        file.section(false) { file in
            file.mapping("absences") { settings.absences.write(to: &$0) }
        }
        file.section(activities.isEmpty) { file in
            file.items("activités", activities, spaced: true) { $1.write(to: &$0) }
        }
        return file.text
    }
}

extension PortalSettings {
    fileprivate func write(to file: inout YAMLWriter) {
        file.prose("nom", name)
        file.prose("nom court", shortName)
        file.field("adresse", slug)
        file.prose("nom du portail", portalName)
        file.prose("accroche", tagline)
        file.field("couleur", accent.notation)
        file.field("zone scolaire", schoolZone.rawValue)
        file.field("alsace-moselle", alsaceMoselle ? "oui" : "non")
        file.field("garde alternée", custodyView.rawValue)
        file.field("clé enfance", keyScope.rawValue)
        if !residents.isEmpty { file.flow("résidents", residents.map(YAMLWriter.inFlow)) }
        if !marks.isEmpty { file.flow("marques", marks.map { YAMLWriter.inFlow($0.rawValue) }) }
        file.field("double authentification des agents", staffSecondFactor.rawValue)
        file.field("site", website)
    }
}

extension PortalContact {
    fileprivate func write(to file: inout YAMLWriter) {
        file.prose("nom", name)
        file.field("téléphone", phone)
        file.field("courriel", email)
        file.lines("adresse", address)
        file.lines("horaires", hours)
    }
}

extension YAMLWriter {
    /// A part of the file behind an empty line; nothing when it is empty.
    fileprivate mutating func section(_ isEmpty: Bool, _ body: (inout YAMLWriter) -> Void) {
        guard !isEmpty else { return }
        emptyLine()
        body(&self)
    }

    fileprivate mutating func article(_ title: String, _ body: String) {
        prose("titre", title)
        block("texte", FrenchTypography.plain(body))
    }
}

extension YAMLWriter {
    /// A text on one line, with the plain spaces that a person types.
    mutating func prose(_ key: String, _ value: String?) { field(key, value.map(FrenchTypography.plain)) }

    /// A text on its key's line when it is one line, under it when it is several.
    mutating func lines(_ key: String, _ value: String?) {
        guard let value, value.contains("\n") else { return prose(key, value) }
        block(key, FrenchTypography.plain(value))
    }

    mutating func days(from first: CivilDate, to last: CivilDate) {
        field("du", first.iso)
        field("au", last.iso)
    }
}
