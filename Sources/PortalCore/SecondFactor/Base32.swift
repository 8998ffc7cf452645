/// Letters and digits 2 to 7 for five bits each (RFC 4648 section 6), without padding: what people can copy.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        var (buffer, bits) = (UInt32(0), UInt32(0))
        var characters: [UInt8] = []
        for byte in bytes {
            buffer = (buffer << 8 | UInt32(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                characters.append(alphabet[Int(buffer >> bits & 31)])
            }
        }
        if bits > 0 { characters.append(alphabet[Int(buffer << (5 - bits) & 31)]) }
        return String(decoding: characters, as: UTF8.self)
    }
}

extension String {
    /// "ABCD EFGH IJ": in groups of four, for the eye.
    func inGroupsOfFour(separatedBy separator: String) -> String {
        stride(from: 0, to: count, by: 4).map { String(dropFirst($0).prefix(4)) }.joined(separator: separator)
    }
}
