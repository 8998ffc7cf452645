extension BookingRules {
    /// Reads the "délais" of an activity; nil when they left issues.
    init?(_ fields: DefinitionFields) {
        let adding = fields.required("réservation", .rule(BookingDeadline.init(notation:)))
        let cancelling = fields.optional("annulation", .rule(BookingDeadline.init(notation:)))
        let lateAdding = fields.required("ajout hors délai", .rule(LateAdding.init(notation:)))
        let lateCancelling = fields.required("annulation hors délai", .rule(LateCancelling.init(notation:)))
        let source = fields.required("source", .prose(500))
        guard let adding, let lateAdding, let lateCancelling, let source else { return nil }
        self.init(adding: adding, cancellingOverride: cancelling, lateAdding: lateAdding, lateCancelling: lateCancelling, source: source)
    }
}

extension DefinitionFormat {
    /// A rule in its notation (docs/rules.md).
    fileprivate static func rule(_ read: @escaping (String) throws(RuleNotationError) -> Value) -> DefinitionFormat {
        DefinitionFormat { text throws(DefinitionRefusal) in
            do throws(RuleNotationError) {
                return try read(text)
            } catch {
                let place = error.position > error.notation.count ? "à la fin" : "au caractère \(error.position)"
                let example = "exemple\u{A0}: \(quoted(error.example))"
                throw DefinitionRefusal(message: "\(place) de \(quoted(error.notation)), \(error.problem)\u{A0}; \(example)")
            }
        }
    }
}
