/// A country or territory where somebody was born, by the Code officiel géographique (`Data/README.md`).
package struct BirthCountry: Hashable, Sendable {
    /// Five digits that begin with 99: "99352".
    package let code: String
    package let name: String

    /// The present ones but France, in the order of their names.
    package static let all: [BirthCountry] = read(csv: PackageResources.pays_cog_csv).map(\.country)
        .sorted { (NameKey.folded($0.name), $0.code) < (NameKey.folded($1.name), $1.code) }

    private static let byKey = Dictionary(
        read(csv: PackageResources.pays_cog_csv).flatMap { row in ([row.country.name] + row.otherNames).map { (NameKey.folded($0), row.country) } },
        uniquingKeysWith: { first, _ in first }
    )

    /// The code that somebody means: by a name, however it is written, or by the code itself, which may be a former country's.
    ///
    /// - Returns: nil for a name that is unknown, and for what is no such code.
    package static func code(typed: String) -> String? {
        if let country = byKey[NameKey.folded(typed)] { return country.code }
        let isCode = typed.utf8.count == 5 && typed.hasPrefix("99") && typed.utf8.allSatisfy { (48...57).contains($0) }
        return isCode ? typed : nil
    }

    /// Rows "code;name;other name;…".
    private static func read(csv bytes: [UInt8]) -> [(country: BirthCountry, otherNames: [String])] {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
            let fields = line.split(separator: ";").map(String.init)
            guard fields.count >= 2 else { return nil }
            return (BirthCountry(code: fields[0], name: fields[1]), Array(fields.dropFirst(2)))
        }
    }
}
