/// A clé enfance: the secret, on a letter or in a mail, that joins a new account to the household that the town has prepared.
///
/// Twelve characters in three groups, "7KWN-4DXE-P2RA": eleven drawn at random (53 bits) and a check character, so that a slip of the finger is
/// told apart from a key that does not exist. The 29 characters leave out every letter that looks like another one (B, I, L, O, S, U, Z), and
/// reading takes those for the ones that they look like: a zero typed as the letter O is right.
package struct ActivationKey: Hashable, Sendable {
    /// The values of the characters, each below 29.
    private let values: [UInt8]

    private static let alphabet = Array("0123456789ACDEFGHJKMNPQRTVWXY")
    private static let lookalikes: [Character: Character] = ["O": "0", "I": "1", "L": "1", "Z": "2", "S": "5", "B": "8", "U": "V"]
    private static let length = 12

    /// Draws a key.
    package init(from random: any RandomSource) {
        var drawn: [UInt8] = []
        while drawn.count < ActivationKey.length - 1 {
            // 232 is eight times 29: beyond it some characters would come more often than others.
            drawn += random.bytes(16).filter { $0 < 232 }.map { $0 % 29 }
        }
        drawn = Array(drawn.prefix(ActivationKey.length - 1))
        values = drawn + [ActivationKey.check(of: drawn)]
    }

    /// Reads a key in upper or lower case, with or without its hyphens and spaces; nil when it cannot be one: too short, too long, or mistyped.
    package init?(_ typed: some StringProtocol) {
        var values: [UInt8] = []
        for character in typed.uppercased() where !character.isWhitespace && !"-–—.".contains(character) {
            let meant = ActivationKey.lookalikes[character] ?? character
            guard values.count < ActivationKey.length, let value = ActivationKey.alphabet.firstIndex(of: meant) else { return nil }
            values.append(UInt8(value))
        }
        guard values.count == ActivationKey.length, values.last == ActivationKey.check(of: values.dropLast()) else { return nil }
        self.values = values
    }

    /// "7KWN-4DXE-P2RA".
    package var text: String {
        let characters = values.map { ActivationKey.alphabet[Int($0)] }
        return stride(from: 0, to: characters.count, by: 4).map { String(characters[$0..<$0 + 4]) }.joined(separator: "-")
    }

    /// What is stored in place of the key.
    package var digest: SecretDigest { SecretDigest(of: text) }

    /// Makes the weighted sum of all characters a multiple of 29. The weights 1 to 12 differ and 29 is prime: one wrong character, or two that
    /// changed places, never go unnoticed.
    private static func check(of values: some Sequence<UInt8>) -> UInt8 {
        let sum = zip(1..., values).reduce(0) { ($0 + $1.0 * Int($1.1)) % 29 }
        // 17 is the inverse of 12 modulo 29.
        return UInt8((29 - sum) % 29 * 17 % 29)
    }
}
