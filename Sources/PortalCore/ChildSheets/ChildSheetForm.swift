/// A child's sheet as a parent fills it in.
package struct ChildSheetForm: Sendable {
    private let typed: @Sendable (String) -> String

    /// - Parameter typed: what a field of the form holds; empty for a box that was not ticked.
    package init(_ typed: @escaping @Sendable (String) -> String) {
        self.typed = typed
    }

    /// The box of a food.
    package static func box(of food: String) -> String { "aliment-\(food)" }

    /// The values to store.
    ///
    /// - Throws: one sentence for each wrong field.
    package func checked() throws(FieldErrors) -> [SheetField: String] {
        var errors = FieldErrors()
        var values: [SheetField: String] = [:]
        for field in SheetField.allCases { values[field] = checked(field, &errors) ?? "" }
        if !(values[.carePlan] ?? "").isEmpty, (values[.carePlanDetails] ?? "").isEmpty {
            errors.add(SheetField.carePlanDetails, "Dites ce que le personnel doit faire\u{A0}: le PAI lui-même reste confidentiel.")
        }
        guard errors.isEmpty else { throw errors.inOrder(of: SheetField.self) }
        return values
    }

    private func checked(_ field: SheetField, _ errors: inout FieldErrors) -> String? {
        let text = typed(field.rawValue)
        switch field.kind {
        case .line: return errors.text(text, field, missing: nil)
        case .text: return errors.paragraphs(text, field, longest: 1000, missing: nil)
        case .consent: return text.isEmpty ? "" : "oui"
        case .foods:
            return ExcludedFood.allCases.map(\.rawValue).filter { !typed(ChildSheetForm.box(of: $0)).isEmpty }.joined(separator: " ")
        case .phone:
            guard text.contains(where: { !$0.isWhitespace }) else { return "" }
            return errors.require(PhoneNumber(text)?.international, field, "Indiquez un numéro de téléphone complet, par exemple 06 12 34 56 78.")
        case .day:
            guard text.contains(where: { !$0.isWhitespace }) else { return "" }
            return errors.require(CivilDate(iso: text)?.iso, field, "Cette date n'existe pas.")
        }
    }
}
