extension BusNetwork {
    /// The keys under "circuits".
    static let keys = ["choix", "obligatoire", "lignes"]
    private static let lineKeys = ["code", "nom", "arrêts"]
    private static let stopKeys = ["code", "nom", "matin", "soir"]

    /// Reads "circuits" of an activity; nil when it left issues.
    init?(_ fields: DefinitionFields) {
        let chooser = fields.required("choix", DefinitionFormat<Chooser>.word)
        let isRequired = fields.optional("obligatoire", .yesOrNo) ?? false
        if isRequired, chooser == .staff { fields.note("obligatoire", "les familles ne peuvent dire l'arrêt que si \(quoted("choix")) vaut famille") }
        let lines = fields.required("lignes", items: BusNetwork.line)
        fields.refuseDuplicateCodes(in: "lignes")
        guard let chooser, !lines.isEmpty else { return nil }
        self.init(chooser: chooser, isRequired: isRequired, lines: lines)
    }

    private static func line(_ item: DefinitionItem) -> BusLine? {
        guard let fields = item.fields(lineKeys) else { return nil }
        let code = fields.required("code", .slug)
        let name = fields.required("nom", .line(60))
        let stops = fields.required("arrêts", items: stop)
        fields.refuseDuplicateCodes(in: "arrêts")
        guard let code, let name else { return nil }
        return BusLine(code: code, name: name, stops: stops)
    }

    private static func stop(_ item: DefinitionItem) -> BusStop? {
        guard let fields = item.fields(stopKeys) else { return nil }
        let code = fields.required("code", .slug)
        let name = fields.required("nom", .line(60))
        let morning = fields.optional("matin", .time)
        let evening = fields.optional("soir", .time)
        guard let code, let name else { return nil }
        if morning == nil, evening == nil { fields.note("code", "aucun car ne s'arrête ici\u{A0}: donnez l'heure du matin, du soir, ou les deux") }
        return BusStop(code: code, name: name, morning: morning, evening: evening)
    }

    func write(to file: inout YAMLWriter) {
        file.field("choix", chooser.rawValue)
        if isRequired { file.field("obligatoire", "oui") }
        file.items("lignes", lines) { file, line in
            file.field("code", line.code)
            file.prose("nom", line.name)
            file.items("arrêts", line.stops) { file, stop in
                file.field("code", stop.code)
                file.prose("nom", stop.name)
                file.field("matin", stop.morning?.clock)
                file.field("soir", stop.evening?.clock)
            }
        }
    }
}
