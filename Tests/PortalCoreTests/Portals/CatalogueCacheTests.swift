import PortalCore
import Testing

@Suite struct CatalogueCacheTests {
    @Test func `a catalogue is kept until the database says that it has changed, whoever changed it`() async throws {
        let place = try TemporaryPlace()
        let (served, other) = (try place.open(), try place.open())
        let clock = StoppedClock(Instant(seconds: 1_790_000_000))
        let operators = PortalDefinitionService(Portal(slug: "bondoufle", database: other, clock: clock))
        let cache = CatalogueCache()
        #expect(try served.read(cache.catalogue(in:)) == nil)

        let definition = try ExampleTowns.definition("bondoufle")
        try await operators.put(definition)
        let first = try #require(try served.read(cache.catalogue(in:)))
        #expect(first.activities.count == definition.activities.count)

        try await other.write { try $0.execute("UPDATE units SET price = price + 1") }
        #expect(try served.read(cache.catalogue(in:))?.activities == first.activities, "nobody said that it has changed")

        try await other.write { try PortalCatalogueStore($0).noteChange() }
        #expect(try served.read(cache.catalogue(in:))?.activities != first.activities)

        try await operators.put(definition)
        #expect(try served.read(cache.catalogue(in:))?.activities == first.activities)
        other.close()
        served.close()
    }
}
