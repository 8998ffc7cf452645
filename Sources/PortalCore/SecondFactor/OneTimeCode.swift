/// The codes of an authenticator app: one for each half minute, out of a shared secret (TOTP, RFC 6238, with HMAC-SHA-1 and six digits, which is
/// what every app understands).
enum OneTimeCode {
    static let digits = 6
    private static let stepSeconds: Int64 = 30

    /// The number of the half minute.
    static func step(at now: Instant) -> Int64 { now.seconds / stepSeconds }

    /// The code of a half minute (RFC 4226 section 5.3).
    static func code(of step: Int64, secret: [UInt8], digits: Int = digits) -> String {
        let counter = stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: step >> Int64($0)) }
        let digest = SHA1.authenticate(counter, key: secret)
        let offset = Int(digest[19] & 15)
        let number = digest[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let power = (0..<digits).reduce(UInt32(1)) { product, _ in product * 10 }
        return padded(Int(number % power), digits)
    }

    /// The half minute whose code was typed, if it is this one, the one before or the next: clocks differ a little, and typing takes a while.
    static func step(of typed: String, secret: [UInt8], at now: Instant) -> Int64? {
        let current = step(at: now)
        return (current - 1...current + 1).first { Sodium.areEqual(Array(code(of: $0, secret: secret).utf8), Array(typed.utf8)) }
    }
}
