/// How long a town keeps what it knows of families, in months. The law leaves these to each town, whose data protection officer decides.
package struct RetentionRules: Hashable, Sendable {
    /// One kind of data. The raw value is its key in a portal's definition.
    package enum Kind: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
        /// Children's sheets, their entourage, their medical certificates: after the child's last day anywhere.
        case health = "santé"
        /// Names, addresses and accounts: after a family's last day, booking or connection.
        case file = "dossier"
        /// Names on what was charged: after the last day that was.
        case charged = "facturation"
        /// The text of mails: after they were written.
        case messages = "messages"
    }

    private let months: [Kind: Int]

    /// - Parameter months: of each kind, 0 to 600; the usual number for those that are left out.
    package init(_ months: [Kind: Int] = [:]) {
        self.months = months
    }

    package subscript(_ kind: Kind) -> Int { months[kind] ?? kind.usualMonths }

    /// The last day whose data of a kind has run out.
    package func end(of kind: Kind, on today: CivilDate) -> CivilDate { today.adding(months: -self[kind]) }

    /// "12 mois", "10 ans".
    package func french(_ kind: Kind) -> String { RetentionRules.notation(of: self[kind]) }

    /// Those that differ from the usual ones, in order.
    var chosen: [(kind: Kind, months: Int)] { Kind.allCases.compactMap { kind in months[kind].map { (kind, $0) } } }

    /// "12 mois", or "10 ans" for whole years beyond the first.
    static func notation(of months: Int) -> String {
        months > 12 && months.isMultiple(of: 12) ? "\(months / 12) ans" : "\(months) mois"
    }

    /// Reads "18 mois" or "10 ans"; nil for anything else, and for more than fifty years.
    static func months(notation text: String) -> Int? {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 2, let number = Int(words[0]), (0...600).contains(number) else { return nil }
        switch words[1] {
        case "mois": return number
        case "an", "ans": return number * 12 <= 600 ? number * 12 : nil
        default: return nil
        }
    }
}

extension RetentionRules.Kind {
    /// What holds while the town's definition says nothing: the health data for the school year that follows, accounts for the ten years of
    /// accounting documents (instruction codificatrice M57).
    var usualMonths: Int {
        switch self {
        case .health: 12
        case .file: 24
        case .charged: 120
        case .messages: 12
        }
    }

    package var french: String {
        switch self {
        case .health: "Fiches sanitaires, entourage, justificatifs médicaux"
        case .file: "Dossier de la famille, comptes"
        case .charged: "Noms sur ce qui a été facturé"
        case .messages: "Texte des courriels"
        }
    }

    /// Since when the time counts.
    package var since: String {
        switch self {
        case .health: "après le dernier jour d'accueil de l'enfant"
        case .file: "après le dernier jour d'accueil, et la dernière connexion"
        case .charged: "après le dernier jour facturé"
        case .messages: "après leur envoi"
        }
    }
}

extension CivilDate {
    /// The same day of another month, or that month's last one.
    func adding(months: Int) -> CivilDate {
        let (year, month, day) = components
        return CivilDate(year: year, month: month + months, dayAtMost: day)
    }
}
