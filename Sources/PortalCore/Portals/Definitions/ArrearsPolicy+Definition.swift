extension ArrearsPolicy {
    /// The keys of "impayés" in a portal's definition.
    static let keys = ["seuil", "message"]

    init?(_ fields: DefinitionFields) {
        let threshold = fields.required("seuil", .price)
        let message = fields.required("message", .prose(1_000))
        guard let threshold, let message else { return nil }
        guard threshold > .zero else {
            fields.note("seuil", "il faut un montant au-dessus de 0")
            return nil
        }
        self.init(threshold: threshold, message: message)
    }

    func write(to file: inout YAMLWriter) {
        file.field("seuil", threshold.notation)
        file.block("message", FrenchTypography.plain(message))
    }
}
