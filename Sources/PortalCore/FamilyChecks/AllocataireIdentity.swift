/// Who receives a family's benefits, as API Particulier looks for the person: the name at birth, and enough of the birth.
package struct AllocataireIdentity: Hashable, Sendable {
    package let birthName: String
    package let usedName: String?
    package let firstNames: [String]
    package let title: Title
    /// Month and day may be unknown: the register of some births has only the year.
    package let birthYear: Int
    package let birthMonth: Int?
    package let birthDay: Int?
    package let birthPlace: BirthPlace

    /// Where somebody was born. INSEE codes as text, zeros in front included.
    package enum BirthPlace: Hashable, Sendable {
        /// "75107": as FranceConnect says it.
        case commune(code: String)
        /// A commune by its name and its département: "Dijon", "21".
        case named(commune: String, department: String)
        /// "99352".
        case abroad(country: String)
    }

    /// The INSEE code of France.
    package static let france = "99100"

    package init(
        birthName: String,
        usedName: String?,
        firstNames: [String],
        title: Title,
        birthYear: Int,
        birthMonth: Int?,
        birthDay: Int?,
        birthPlace: BirthPlace
    ) {
        self.birthName = birthName
        self.usedName = usedName
        self.firstNames = firstNames
        self.title = title
        self.birthYear = birthYear
        self.birthMonth = birthMonth
        self.birthDay = birthDay
        self.birthPlace = birthPlace
    }

    /// The person whom FranceConnect has identified; nil when it said too little.
    package init?(_ identity: VerifiedIdentity) {
        let parts = identity.birthDate.split(separator: "-").map { Int($0) }
        guard let title = identity.title, parts.count == 3, let year = parts[0], !identity.birthCountry.isEmpty else { return nil }
        let place = identity.birthPlace
        if identity.birthCountry == AllocataireIdentity.france, place.isEmpty { return nil }
        self.init(
            birthName: identity.birthName,
            usedName: identity.usedName,
            firstNames: identity.firstNames.split(separator: " ").map(String.init),
            title: title,
            birthYear: year,
            birthMonth: parts[1].flatMap { $0 == 0 ? nil : $0 },
            birthDay: parts[2].flatMap { $0 == 0 ? nil : $0 },
            birthPlace: identity.birthCountry == AllocataireIdentity.france ? .commune(code: place) : .abroad(country: identity.birthCountry)
        )
    }

    /// Whether it can be an adult of the town's files: the same first name, and the name that is in use or was given at birth.
    package func mayBe(_ adult: Adult) -> Bool {
        let last = NameKey.folded(adult.lastName)
        guard last == NameKey.folded(birthName) || usedName.map(NameKey.folded) == last else { return false }
        return firstNames.contains { NameKey.folded($0) == NameKey.folded(adult.firstName) }
    }
}
