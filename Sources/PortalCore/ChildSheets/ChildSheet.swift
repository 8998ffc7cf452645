/// What a child's parents have told about its health and allowed (fiche sanitaire).
package struct ChildSheet: Hashable, Sendable {
    /// A value, who gave it and when.
    package struct Entry: Hashable, Sendable {
        /// As it is stored: a day is written "2027-03-01", a consent "oui".
        package let value: String
        package let givenAt: Instant
        /// "Marie Dupont".
        package let givenBy: String
    }

    private let entries: [SheetField: Entry]

    init(entries: [SheetField: Entry]) {
        self.entries = entries
    }

    /// nil where nothing was told.
    package subscript(_ field: SheetField) -> Entry? { entries[field].flatMap { $0.value.isEmpty ? nil : $0 } }

    package var isEmpty: Bool { entries.values.allSatisfy(\.value.isEmpty) }

    /// The latest change.
    package var updatedAt: Instant? { entries.values.map(\.givenAt).max() }

    /// The value for a reader; nil where nothing was told.
    package func french(_ field: SheetField) -> String? {
        guard let value = self[field]?.value else { return nil }
        return switch field.kind {
        case .line, .text: value
        case .phone: PhoneNumber(value)?.french ?? value
        case .day: CivilDate(iso: value)?.frenchWithoutWeekday ?? value
        case .consent: "Oui"
        case .foods: value.split(separator: " ").compactMap { ExcludedFood(rawValue: String($0))?.french }.joined(separator: ", ")
        }
    }

    /// What the staff must be told of a day that has passed.
    package func warning(_ field: SheetField, on today: CivilDate) -> String? {
        guard let overdue = field.overdue, let day = self[field].flatMap({ CivilDate(iso: $0.value) }), day < today else { return nil }
        return overdue
    }

    /// The form as the sheet stands: foods are boxes of their own.
    package var formValues: [String: String] {
        var values: [String: String] = [:]
        for (field, entry) in entries where !entry.value.isEmpty {
            switch field.kind {
            case .foods: for food in entry.value.split(separator: " ") { values[ChildSheetForm.box(of: String(food))] = "oui" }
            case .phone: values[field.rawValue] = PhoneNumber(entry.value)?.french ?? entry.value
            default: values[field.rawValue] = entry.value
            }
        }
        return values
    }
}
