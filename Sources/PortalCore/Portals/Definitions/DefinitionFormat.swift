/// How a field's text becomes a value, and what it says when it cannot.
struct DefinitionFormat<Value> {
    let read: (String) throws(DefinitionRefusal) -> Value

    init(_ read: @escaping (String) throws(DefinitionRefusal) -> Value) {
        self.read = read
    }

    /// A format whose refusal says what is expected.
    init(expected: String, _ read: @escaping (String) -> Value?) {
        self.read = { text throws(DefinitionRefusal) in
            guard let value = read(text) else {
                throw DefinitionRefusal(message: "«\u{A0}\(text.prefix(60))\u{A0}» ne convient pas\u{A0}; \(expected)")
            }
            return value
        }
    }
}

extension DefinitionFormat where Value == String {
    /// A name in addresses and files: "mercredis", "accueil-matin".
    static var slug: DefinitionFormat {
        DefinitionFormat(expected: "il faut des lettres minuscules sans accent, des chiffres et des tirets, 40 au plus") { text in
            Portal.isSlug(text) ? text : nil
        }
    }

    /// A name or sentence on one line, with French no-break spaces.
    static func line(_ limit: Int = 120) -> DefinitionFormat {
        DefinitionFormat { text throws(DefinitionRefusal) in
            guard !text.contains("\n") else { throw DefinitionRefusal(message: "la valeur doit tenir sur une ligne") }
            return try DefinitionProse.checked(text, limit: limit)
        }
    }

    /// Paragraphs, with French no-break spaces.
    static func prose(_ limit: Int = 5_000) -> DefinitionFormat {
        DefinitionFormat { text throws(DefinitionRefusal) in try DefinitionProse.checked(text, limit: limit) }
    }

    /// An address of the web.
    static var website: DefinitionFormat {
        DefinitionFormat(expected: "il faut une adresse qui commence par https://") { text in
            let isSound = text.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") }
            return isSound && text.hasPrefix("https://") && text.utf8.count > 10 && text.utf8.count <= 200 ? text : nil
        }
    }

    static var email: DefinitionFormat {
        DefinitionFormat(expected: "il faut une adresse de courriel, comme mairie@ville.fr") { EmailAddress($0)?.text }
    }

    static var phone: DefinitionFormat {
        DefinitionFormat(expected: "il faut un numéro de téléphone, comme 01 60 76 59 20") { text in
            let digits = text.utf8.count { (48...57).contains($0) }
            return (4...15).contains(digits) && text.utf8.allSatisfy { (48...57).contains($0) || " .+()".utf8.contains($0) } ? text : nil
        }
    }
}
