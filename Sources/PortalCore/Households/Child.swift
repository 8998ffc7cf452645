/// A child of one household, or of two when its parents live apart.
package struct Child: Hashable, Sendable {
    package let id: Identifier<Child>
    package let firstName: String
    package let lastName: String
    package let birthDay: CivilDate
    package let schooling: Schooling

    package init(
        id: Identifier<Child>,
        firstName: String,
        lastName: String,
        birthDay: CivilDate,
        schooling: Schooling
    ) {
        self.id = id
        self.firstName = firstName
        self.lastName = lastName
        self.birthDay = birthDay
        self.schooling = schooling
    }

    /// The same child with later schools too.
    func adding(_ later: Schooling) -> Child {
        Child(
            id: id,
            firstName: firstName,
            lastName: lastName,
            birthDay: birthDay,
            schooling: Schooling(schooling.placements + later.placements)
        )
    }

    /// "Rémi Dupont".
    package var fullName: String { "\(firstName) \(lastName)" }

    /// Whole years on a day; negative before the birth. Somebody born on 29 February is a year older on 1 March of a common year.
    package func age(on day: CivilDate) -> Int {
        let born = birthDay.components
        let then = day.components
        let birthdayPassed = (then.month, then.day) >= (born.month, born.day)
        return then.year - born.year - (birthdayPassed ? 0 : 1)
    }
}

/// How a child lives in a household.
package enum Custody: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    /// It lives there.
    case full
    /// Résidence alternée: it lives there in turn with another household.
    case alternate

    /// The word on screen; nil where there is nothing to say.
    package var french: String? {
        switch self {
        case .full: nil
        case .alternate: "Garde alternée"
        }
    }
}
