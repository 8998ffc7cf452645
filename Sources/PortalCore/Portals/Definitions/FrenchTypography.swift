/// The spaces that French does not break: before « : ; ? ! » % € », inside guillemets and numbers, and in "9 h 30".
///
/// A person types plain spaces in a definition file; the portal shows and stores no-break ones.
package enum FrenchTypography {
    /// The text with its no-break spaces. Doing it twice changes nothing.
    package static func typeset(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for index in scalars.indices {
            result.append(scalars[index] == " " && binds(scalars, at: index) ? noBreak : scalars[index])
        }
        return String(result)
    }

    /// The text with plain spaces wherever `typeset` would bring the no-break ones back.
    package static func plain(_ text: String) -> String {
        let plain = String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == noBreak ? " " : $0 }))
        return typeset(plain) == text ? plain : text
    }

    private static let noBreak: Unicode.Scalar = "\u{A0}"

    private static func binds(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        /// The character so far from the space; both kinds of space count as one.
        func near(_ distance: Int) -> Unicode.Scalar? {
            guard scalars.indices.contains(index + distance) else { return nil }
            let scalar = scalars[index + distance]
            return scalar == noBreak ? " " : scalar
        }
        guard let before = near(-1), before != " ", before != "\n", let after = near(1) else { return false }
        if before == "«" { return true }
        switch after {
        case ":", ";", "?", "!", "»", "%", "€": return true
        case "h": return isDigit(before) && near(2)?.properties.isAlphabetic != true
        default: return isDigit(after) && (isDigit(before) || before == "h" && near(-2) == " " && isDigit(near(-3)))
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { ("0"..."9").contains($0) } ?? false }
}
