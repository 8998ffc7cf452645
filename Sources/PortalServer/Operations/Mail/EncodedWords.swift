/// Text in a header beyond plain letters, as RFC 2047 writes it: "=?utf-8?Q?Votre_espace_est_cr=C3=A9=C3=A9?=".
enum EncodedWords {
    /// A word may have 75 characters; 12 of them are its frame.
    private static let longest = 63

    /// A subject or a name. Plain letters, digits and spaces stay as they are; all else is encoded, so that nothing can end the header.
    ///
    /// - Parameter used: how many characters of the first line the header's name takes.
    static func phrase(_ text: String, after used: Int) -> String {
        let isPlain = text.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: " ") }
        if isPlain, !text.isEmpty, text.utf8.count + used <= 76, text.first != " ", text.last != " " { return text }
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            let encoded = encoded(scalar)
            if word.utf8.count + encoded.utf8.count > longest - (words.isEmpty ? used : 1) {
                words.append(word)
                word = ""
            }
            word += encoded
        }
        return (words + [word]).map { "=?utf-8?Q?\($0)?=" }.joined(separator: "\r\n ")
    }

    private static func encoded(_ scalar: Unicode.Scalar) -> String {
        scalar.utf8.map { byte in
            if isLetterOrDigit(byte) { return String(UnicodeScalar(byte)) }
            return byte == UInt8(ascii: " ") ? "_" : QuotedPrintable.escape(byte)
        }.joined()
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}
