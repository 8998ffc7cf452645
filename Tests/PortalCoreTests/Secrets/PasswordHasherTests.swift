import PortalCore
import Testing

@Suite struct PasswordHasherTests {
    @Test func `only the right password opens, and each hash has its own salt`() async throws {
        let hasher = try PasswordHasher(cost: .lowest)
        let password = "Café crème à 9 h 30"
        let hash = try await hasher.hash(password)
        #expect(hash.hasPrefix("$argon2id$v=19$"))
        #expect(try await hasher.hash(password) != hash)
        #expect(try await hasher.verify(password, against: hash))
        for wrong in ["", "Café crème", password + " ", password.lowercased()] {
            #expect(try await !hasher.verify(wrong, against: hash), "\(wrong)")
        }
        #expect(try await !hasher.verify(password, against: "not a hash"))
    }

    @Test func `an unknown user is refused, whatever the password`() async throws {
        let hasher = try PasswordHasher(cost: .lowest)
        #expect(try await !hasher.verify("", against: nil))
    }

    @Test func `a hash made at another cost asks to be made again`() async throws {
        let old = try await PasswordHasher(cost: .lowest).hash("secret")
        let hasher = try PasswordHasher(cost: .standard)
        let new = try await hasher.hash("secret")
        #expect(hasher.needsRehash(old) && !hasher.needsRehash(new))
        #expect(new.contains("$m=19456,t=2,p=1$"))
        #expect(try await hasher.verify("secret", against: old))
    }

    @Test func `more checks than may wait are refused at once`() async throws {
        let hasher = try PasswordHasher(cost: .standard, queue: 2)
        let refused = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 1...20 {
                group.addTask {
                    do throws(PasswordHasherFailure) {
                        return try await hasher.hash("secret").isEmpty
                    } catch { return error == .overloaded }
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect((1...18).contains(refused))
    }
}
