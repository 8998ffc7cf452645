/// A code that lets in once in place of the authenticator app, for who has lost the telephone. Only its digest is stored.
struct RecoveryCode: Hashable, Sendable {
    /// How many are given at once.
    static let count = 10

    /// "k7qd-3mzt-x2ba": sixty random bits.
    let text: String

    init(from random: any RandomSource) {
        text = String(Base32.text(random.bytes(8)).lowercased().prefix(12)).inGroupsOfFour(separatedBy: "-")
    }

    /// What somebody typed, with or without hyphens and capitals; nil when it cannot be one.
    init?(typed: String) {
        let letters = typed.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        guard letters.count == 12 else { return nil }
        text = letters.inGroupsOfFour(separatedBy: "-")
    }

    var digest: SecretDigest { SecretDigest(of: text) }
}
