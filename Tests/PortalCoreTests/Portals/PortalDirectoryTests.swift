import PortalCore
import Testing

struct PortalDirectoryTests {
    private let clock = StoppedClock(ParisTime.instant(ExampleTowns.today, at: .noon))

    @Test func `portals are made, listed in order and opened again`() async throws {
        let folder = try TemporaryDataFolder()
        let directory = PortalDirectory(path: folder.path, clock: clock)
        #expect(directory.slugs().isEmpty)
        #expect(try directory.portal("charost") == nil)
        for slug in ["charost", "bondoufle"] {
            let portal = try directory.create(slug)
            try await PortalDefinitionService(portal).put(try ExampleTowns.definition(slug))
        }
        #expect(directory.slugs() == ["bondoufle", "charost"])
        #expect(try directory.portals().map(\.slug) == ["bondoufle", "charost"])
        let again = try #require(try directory.portal("charost"))
        #expect(try PortalDefinitionService(again).definition() == (try ExampleTowns.definition("charost")))
    }

    @Test func `a name that is no slug opens and makes nothing`() throws {
        let folder = try TemporaryDataFolder()
        let directory = PortalDirectory(path: folder.path, clock: clock)
        for name in ["", "..", "../charost", "Charost", "a--b", "-a", "a b", "chârost", String(repeating: "a", count: 41)] {
            #expect(try directory.portal(name) == nil)
            #expect(throws: DatabaseError.self) { try directory.create(name) }
        }
        #expect(throws: DatabaseError.self) { try PortalDirectory(path: "/nowhere/data", clock: clock).create("charost") }
    }
}
