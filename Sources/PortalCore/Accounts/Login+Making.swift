extension Login {
    /// A login made of a name, "marie.dupont"; nil when nothing of the name can be one.
    ///
    /// - Parameter suffix: what makes it different from somebody else's.
    init?(firstName: String, lastName: String, suffix: String = "") {
        let parts = [firstName, lastName].map(Login.plain).filter { !$0.isEmpty }
        self.init(parts.joined(separator: ".").prefix(56) + suffix)
    }

    /// The letters a to z of a name, a hyphen for what separates them.
    private static func plain(_ name: String) -> String {
        let letters = name.lowercased().unicodeScalars.map { scalar -> String in
            if ("a"..."z").contains(scalar) { return String(scalar) }
            guard scalar.properties.isAlphabetic, let name = scalar.properties.name, name.hasPrefix("LATIN SMALL ") else { return "-" }
            return name.split(separator: " ").prefix { $0 != "WITH" }.last?.lowercased() ?? "-"
        }
        return letters.joined().split(separator: "-").joined(separator: "-")
    }
}
