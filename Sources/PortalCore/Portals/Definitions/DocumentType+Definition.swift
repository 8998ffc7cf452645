extension DocumentType {
    init?(_ item: DefinitionItem) {
        guard let fields = item.fields(DefinitionKey.document) else { return nil }
        let code = fields.required("code", .slug)
        let name = fields.required("nom", .line())
        let purpose = fields.optional("texte", .prose(2_000))
        let scope = fields.required("par", .word as DefinitionFormat<DocumentScope>)
        let validity = fields.required("validité", .validity)
        let demand = fields.required("exigence", .word as DefinitionFormat<DocumentDemand>)
        let activities = fields.items("activités") { $0.value(.slug) }
        let occasions = fields.items("joindre à") { $0.value(.word as DefinitionFormat<DocumentOccasion>) }
        let isHealth = fields.optional("santé", .yesOrNo)
        guard let code, let name, let scope, let validity, let demand else { return nil }
        self.init(
            code: code,
            name: name,
            purpose: purpose ?? "",
            scope: scope,
            validity: validity,
            demand: demand,
            activities: activities,
            isHealth: isHealth ?? false,
            occasions: occasions
        )
    }

    func write(to file: inout YAMLWriter) {
        file.field("code", code)
        file.prose("nom", name)
        if !purpose.isEmpty { file.block("texte", FrenchTypography.plain(purpose)) }
        file.field("par", scope.rawValue)
        file.field("validité", validity.notation)
        file.field("exigence", demand.rawValue)
        if !activities.isEmpty { file.flow("activités", activities) }
        if isHealth { file.field("santé", "oui") }
        if !occasions.isEmpty { file.flow("joindre à", occasions.map { YAMLWriter.inFlow($0.rawValue) }) }
    }
}

extension DefinitionFormat where Value == DocumentValidity {
    static var validity: DefinitionFormat {
        DefinitionFormat(expected: "il faut illimitée, année scolaire, 12 mois (de 1 à 120) ou jusqu'au 2027-08-31") {
            DocumentValidity(notation: $0)
        }
    }
}
