/// What somebody whom the town does not know says of the children, so that the staff can find or create the household.
package struct RecognitionForm: Hashable, Sendable {
    /// A child as it was typed.
    package struct ChildLine: Hashable, Sendable {
        package var firstName: String
        package var lastName: String
        /// "2018-05-04".
        package var birthDay: String

        package init(firstName: String, lastName: String, birthDay: String) {
            self.firstName = firstName
            self.lastName = lastName
            self.birthDay = birthDay
        }

        var isEmpty: Bool { (firstName + lastName + birthDay).allSatisfy(\.isWhitespace) }
    }

    package var children: [ChildLine]
    package var message: String

    package init(children: [ChildLine], message: String) {
        self.children = children
        self.message = message
    }

    /// Children that one form has room for.
    package static let mostChildren = 4
    static let longestMessage = 1000

    /// The name of a field in the form: "enfant1-prenom", "message".
    package struct Field: RawRepresentable, Hashable, Sendable {
        package let rawValue: String

        package init(rawValue: String) {
            self.rawValue = rawValue
        }

        package static let message = Field(rawValue: "message")
        package static func firstName(_ index: Int) -> Field { Field(rawValue: "enfant\(index + 1)-prenom") }
        package static func lastName(_ index: Int) -> Field { Field(rawValue: "enfant\(index + 1)-nom") }
        package static func birthDay(_ index: Int) -> Field { Field(rawValue: "enfant\(index + 1)-naissance") }
    }
}

extension RecognitionForm {
    /// A form whose every line can be a child.
    struct Checked: Hashable, Sendable {
        let children: [RecognitionChild]
        let message: String
    }

    /// Notes a sentence for each wrong field; nil when there is one.
    func checked(_ errors: inout FieldErrors, today: CivilDate) -> Checked? {
        var found: [RecognitionChild] = []
        let filled = children.prefix(RecognitionForm.mostChildren).enumerated().filter { !$0.element.isEmpty }
        for (index, line) in filled {
            let firstName = errors.name(line.firstName, Field.firstName(index), missing: "Indiquez le prénom de l'enfant.")
            let lastName = errors.name(line.lastName, Field.lastName(index), missing: "Indiquez le nom de l'enfant.")
            let birthDay = RecognitionForm.birthDay(line.birthDay, today: today)
            if birthDay == nil { errors.add(Field.birthDay(index), "Indiquez la date de naissance de l'enfant, par exemple 04/05/2018.") }
            guard let firstName, let lastName, let birthDay else { continue }
            found.append(RecognitionChild(firstName: firstName, lastName: lastName, birthDay: birthDay))
        }
        if filled.isEmpty { errors.add(Field.firstName(0), "Indiquez au moins un enfant.") }
        if message.count > RecognitionForm.longestMessage {
            errors.add(Field.message, "Ce message est trop long\u{A0}: \(RecognitionForm.longestMessage) caractères au plus.")
        }
        guard errors.isEmpty else { return nil }
        return Checked(children: found, message: String(message.trimmingSpaces))
    }

    /// A day that a child may be born on: not to come, and not more than twenty years ago.
    private static func birthDay(_ typed: String, today: CivilDate) -> CivilDate? {
        let parts = typed.trimmingSpaces.split(separator: "/")
        let iso = parts.count == 3 ? "\(parts[2])-\(twoDigits(parts[1]))-\(twoDigits(parts[0]))" : String(typed.trimmingSpaces)
        guard let day = CivilDate(iso: iso), day <= today, day > today.adding(days: -20 * 366) else { return nil }
        return day
    }

    private static func twoDigits(_ text: Substring) -> String { text.count == 1 ? "0\(text)" : String(text) }
}
