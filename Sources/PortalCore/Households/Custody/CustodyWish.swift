/// Days on which one of a child's households would like the custody to be otherwise. The other household agrees, or the staff.
package struct CustodyWish: Hashable, Sendable {
    package let id: Identifier<CustodyWish>
    package let child: Identifier<Child>
    /// Who would have the child on these days.
    package let household: Identifier<Household>
    package let days: ClosedRange<CivilDate>
    /// In the parent's words; may be empty.
    package let message: String
    package let state: CustodyWishState
    package let askedAt: Instant
    package let askedBy: Identifier<Account>
    /// "Marie Dupont".
    package let askedByName: String
}

/// How far a wish is. The raw value is stored.
package enum CustodyWishState: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    case asked = "demandé"
    case agreed = "accepté"
    case refused = "refusé"
    case withdrawn = "retiré"

    package var french: String {
        switch self {
        case .asked: "En attente de réponse"
        case .agreed: "Accepté"
        case .refused: "Refusé"
        case .withdrawn: "Retiré"
        }
    }
}

/// What a parent asks for, as it was typed.
package struct CustodyWishForm: Sendable {
    package enum Field: String, CaseIterable, Hashable, Sendable {
        case firstDay = "du"
        case lastDay = "au"
        case home = "chez"
        case message
    }

    /// The two homes, seen from who asks.
    package enum Home: String, CaseIterable, Hashable, Sendable {
        case own = "moi"
        case other = "autre"
    }

    struct Checked: Sendable {
        let days: ClosedRange<CivilDate>
        let home: Home
        let message: String
    }

    private static let longest = 62
    private static let ahead = 400

    private let typed: @Sendable (Field) -> String

    package init(_ typed: @escaping @Sendable (Field) -> String) {
        self.typed = typed
    }

    /// - Throws: `FieldErrors`.
    func checked(today: CivilDate) throws(FieldErrors) -> Checked {
        var errors = FieldErrors()
        let first = errors.require(CivilDate(iso: typed(.firstDay)), Field.firstDay, "Indiquez le premier jour.")
        let last = errors.require(CivilDate(iso: typed(.lastDay)), Field.lastDay, "Indiquez le dernier jour.")
        let home = errors.require(Home(rawValue: typed(.home)), Field.home, "Dites chez qui l'enfant sera.")
        let message = errors.paragraphs(typed(.message), Field.message, longest: 500, missing: nil)
        if let first, first < today { errors.add(Field.firstDay, "Ce jour est passé.") }
        if let first, first > today.adding(days: Self.ahead) { errors.add(Field.firstDay, "Ce jour est trop loin\u{A0}: demandez plus tard.") }
        if let first, let last {
            if last < first {
                errors.add(Field.lastDay, "Le dernier jour vient avant le premier.")
            } else if last.days(since: first) >= Self.longest {
                errors.add(Field.lastDay, "\(Self.longest) jours au plus\u{A0}: pour changer le rythme, adressez-vous au service.")
            }
        }
        guard errors.isEmpty, let first, let last, let home, let message else { throw errors }
        return Checked(days: first...last, home: home, message: message)
    }
}
