/// Who somebody is according to the State's identity provider (the "identité pivot").
package struct VerifiedIdentity: Hashable, Sendable {
    /// All of them: "Angela Claire Louise".
    package let firstNames: String
    /// The name at birth.
    package let birthName: String
    /// The name in use, where it is another one.
    package let usedName: String?
    /// "1962-08-24"; day and month may be "00".
    package let birthDate: String
    package let title: Title?
    /// The INSEE code of the commune; empty for somebody born abroad.
    package let birthPlace: String
    /// The INSEE code of the country: "99100" is France.
    package let birthCountry: String
    package let email: EmailAddress?

    /// Reads the claims of the answer about a person; nil without a name, which cannot be.
    init?(claims: JSONValue) {
        func text(_ name: String) -> String {
            let printable = (claims[name]?.text ?? "").unicodeScalars.filter { $0.properties.generalCategory != .control }
            return String(String(String.UnicodeScalarView(printable)).trimmingSpaces.prefix(120))
        }
        let used = text("preferred_username")
        firstNames = text("given_name")
        birthName = text("family_name")
        usedName = used.isEmpty || used == birthName ? nil : used
        birthDate = text("birthdate")
        title = ["male": Title.monsieur, "female": .madame][text("gender")]
        birthPlace = text("birthplace")
        birthCountry = text("birthcountry")
        email = EmailAddress(text("email"))
        guard !firstNames.isEmpty, !birthName.isEmpty else { return nil }
    }

    /// The first of the first names.
    package var firstName: String { firstNames.split(separator: " ").first.map(String.init) ?? firstNames }
    package var lastName: String { usedName ?? birthName }

    /// "Angela Claire Louise Dubois, née le 24 août 1962".
    package var french: String {
        let name = usedName.map { "\(firstNames) \(birthName), nom d'usage \($0)" } ?? "\(firstNames) \(birthName)"
        let born = title == .madame ? "née" : "né"
        if let day = CivilDate(iso: birthDate) { return "\(name), \(born) le \(day.frenchWithoutWeekday)" }
        let year = birthDate.prefix(4)
        return year.utf8.count == 4 ? "\(name), \(born) en \(year)" : name
    }
}

extension VerifiedIdentity {
    /// One line for each value, in a fixed order: what is sealed.
    var sealedText: String {
        [firstNames, birthName, usedName ?? "", birthDate, title?.rawValue ?? "", birthPlace, birthCountry, email?.text ?? ""].joined(separator: "\n")
    }

    /// Reads what `sealedText` writes.
    init?(sealedText text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count == 8 else { return nil }
        (firstNames, birthName, usedName, birthDate) = (lines[0], lines[1], lines[2].isEmpty ? nil : lines[2], lines[3])
        (title, birthPlace, birthCountry, email) = (Title(rawValue: lines[4]), lines[5], lines[6], EmailAddress(lines[7]))
    }
}
