import PortalCore
import Testing

@Suite struct ActivationKeyServiceTests {
    @Test func `a revoked or replaced key opens nothing and says so`() async throws {
        let town = try await TestTown()
        let household = try await town.household(adults: [], children: ["Léa"])
        let lost = try await town.keys.issue(for: household, by: .system)
        let number = try #require(try town.keys.keys(of: household).first?.id)
        let good = try await town.keys.issue(for: household, replacing: number, by: .staff(Identifier(1)))
        await #expect(throws: FieldErrors.self) { try await town.register(.example(key: lost)) }
        #expect(try town.keys.keys(of: household).filter { $0.isOpen(at: town.clock.now) }.count == 1)
        let other = try await town.household(adults: [], children: [])
        let open = try #require(try town.keys.keys(of: household).first { $0.isOpen(at: town.clock.now) }?.id)
        #expect(try await !town.keys.revoke(open, of: other, by: .system))
        _ = try await town.register(.example(key: good))
        #expect(try await !town.keys.revoke(open, of: household, by: .system))
        guard case .used(_, let login)? = try town.keys.keys(of: household).first(where: { $0.id == open })?.use else {
            Issue.record("the key was not used")
            return
        }
        #expect(login == "marie.dupont")
    }
}
