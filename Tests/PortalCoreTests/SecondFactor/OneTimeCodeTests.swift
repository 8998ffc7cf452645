import Testing

@testable import PortalCore

@Suite struct OneTimeCodeTests {
    @Test func `SHA-1 and HMAC-SHA-1 give the values of the standards`() throws {
        let digests = [
            ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"), ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
            ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
            (String(repeating: "a", count: 1_000_000), "34aa973cd4c4daa4f61eeb2bdbad27316534016f"),
        ]
        for (message, digest) in digests { #expect(SHA1.digest(Array(message.utf8)).hexadecimal == digest) }
        // RFC 2202: test cases 1, 2, 3 and 6.
        let tags: [([UInt8], [UInt8], String)] = [
            ([UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8), "b617318655057264e28bc0b6fb378c8ef146be00"),
            (Array("Jefe".utf8), Array("what do ya want for nothing?".utf8), "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
            ([UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50), "125d7342b9ac11cd91a39af48aa17b4f63f175d3"),
            (
                [UInt8](repeating: 0xAA, count: 80), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
                "aa4ae5e15272d00e95705637ce8a3b55ed402112"
            ),
        ]
        for (key, message, tag) in tags { #expect(SHA1.authenticate(message, key: key).hexadecimal == tag) }
    }

    @Test func `codes are those of RFC 6238, appendix B`() {
        let secret = Array("12345678901234567890".utf8)
        let codes: [(Int64, String)] = [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"), (2_000_000_000, "69279037"),
            (20_000_000_000, "65353130"),
        ]
        for (seconds, code) in codes {
            let step = OneTimeCode.step(at: Instant(seconds: seconds))
            #expect(OneTimeCode.code(of: step, secret: secret, digits: 8) == code)
            #expect(OneTimeCode.code(of: step, secret: secret) == String(code.suffix(6)))
        }
    }

    @Test func `a code is good half a minute before and after, and no longer`() {
        let secret = Array("12345678901234567890".utf8)
        let now = Instant(seconds: 1_800_000_000)
        let step = OneTimeCode.step(at: now)
        for shift in Int64(-3)...3 {
            let found = OneTimeCode.step(of: OneTimeCode.code(of: step + shift, secret: secret), secret: secret, at: now)
            #expect(found == (abs(shift) <= 1 ? step + shift : nil))
        }
    }

    @Test func `Base32 gives the values of RFC 4648`() {
        let texts = [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI")]
        for (bytes, text) in texts { #expect(Base32.text(Array(bytes.utf8)) == text) }
    }

    @Test func `what a vault seals opens in its own place and portal only`() throws {
        let master = [UInt8](repeating: 7, count: 32)
        let (vault, other) = (Vault(master: master, portal: "bondoufle"), Vault(master: master, portal: "charost"))
        let sealed = vault.seal(Array("arachides".utf8), in: "enfant 1")
        #expect(try vault.open(sealed, in: "enfant 1") == Array("arachides".utf8))
        #expect(Vault(master: master, portal: "bondoufle").seal([1], in: "x") != vault.seal([1], in: "x"))
        #expect(throws: VaultFailure.self) { try vault.open(sealed, in: "enfant 2") }
        #expect(throws: VaultFailure.self) { try other.open(sealed, in: "enfant 1") }
        #expect(throws: VaultFailure.self) { try vault.open(Array(sealed.dropLast()), in: "enfant 1") }
    }
}
