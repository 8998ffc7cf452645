import PortalCore
import Testing

@Suite struct SecretTests {
    @Test func `a token is written with what addresses and cookies allow`() {
        let tokens = (1...50).map { _ in RandomToken(bytes: 32, from: SystemRandom()).text }
        let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        #expect(tokens.allSatisfy { $0.count == 43 && $0.allSatisfy(allowed.contains) })
        #expect(Set(tokens).count == 50)
    }

    @Test func `a seed gives the same numbers again, and another seed others`() {
        func numbers(_ seed: UInt64) -> [[UInt8]] {
            let random = SeededRandom(seed: seed)
            return [random.bytes(4), random.bytes(40), random.bytes(0)]
        }
        #expect(numbers(1) == numbers(1))
        #expect(numbers(1) != numbers(2))
        #expect(numbers(1)[0] != Array(numbers(1)[1].prefix(4)))
    }

    @Test func `a digest is that of RFC 7693 and comes back from the database`() {
        let digest = SecretDigest(of: "abc")
        #expect(digest.bytes.prefix(4) == [0xbd, 0xdd, 0x81, 0x3c])
        #expect(SecretDigest(databaseValue: digest.databaseValue) == digest)
        #expect(SecretDigest(databaseValue: .blob([1])) == nil)
    }

    @Test func `a keyed digest needs its key`() {
        let key = [UInt8](repeating: 1, count: 32)
        let digest = SecretDigest(of: "abc", key: key)
        #expect(digest.matches(SecretDigest(of: "abc", key: key).text))
        for other in [SecretDigest(of: "abc").text, SecretDigest(of: "abd", key: key).text, "", digest.text + "A"] {
            #expect(!digest.matches(other))
        }
    }
}
