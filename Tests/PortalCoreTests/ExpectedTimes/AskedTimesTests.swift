import Testing

@testable import PortalCore

/// The notation of a definition file, and the times that it offers.
struct AskedTimesTests {
    private static let unit = "      - code: soir\n        nom: Soir\n        de: 16:30\n        à: 18:30\n        prix: 2,10\n"

    private func definition(_ keys: String) throws -> PortalDefinition {
        let yaml = try ExampleTowns.definition("charost").yaml.replacing("        heure de départ: toutes les 30 min\n", with: "")
        #expect(yaml.contains(Self.unit))
        return try ExampleTowns.read(yaml.replacing(Self.unit, with: Self.unit + keys))
    }

    @Test(
        arguments: [
            ("", nil, nil), ("        heure d'arrivée: toutes les 5 min\n", TimeStep.fiveMinutes, nil),
            ("        heure de départ: toutes les 60 min\n", nil, TimeStep.hour),
            ("        heure d'arrivée: toutes les 20 min\n        heure de départ: toutes les 15 min\n", .twentyMinutes, .quarter),
        ] as [(String, TimeStep?, TimeStep?)]
    )
    func `a unit says what it asks, and is written as it was read`(keys: String, arrival: TimeStep?, departure: TimeStep?) throws {
        let read = try definition(keys)
        let unit = try #require(read.activities.flatMap(\.units).first { $0.code == "soir" })
        #expect(unit.askedTimes == AskedTimes(arrival: arrival, departure: departure))
        #expect(read.yaml.contains(Self.unit + keys))
        #expect(try ExampleTowns.read(read.yaml) == read)
    }

    @Test(arguments: [
        ("heure de départ: 15 min", "« 15 min » ne convient pas ; il faut un pas, comme toutes les 15 min (5, 10, 15, 20, 30, 60)"),
        ("heure de départ: toutes les 7 min", "toutes les 15 min"), ("heure d'arrivée: oui", "toutes les 15 min"),
        ("heure d'arrivée: [toutes les 15 min]", "une seule valeur"), ("heure du départ: toutes les 15 min", "clé inconnue"),
    ])
    func `what it cannot mean is refused with its line and field`(line: String, words: String) throws {
        let error = #expect(throws: DefinitionError.self) { try definition("        \(line)\n") }
        let issue = try #require(error?.issues.first)
        #expect(issue.field.hasPrefix("activités[") && issue.field.hasSuffix(String(line.prefix { $0 != ":" })), "\(issue.field)")
        #expect(plainSpaces(issue.message).contains(words), "\(issue.message)")
        let lines = try ExampleTowns.definition("charost").yaml.split(separator: "\n", omittingEmptySubsequences: false)
        let first = try #require(lines.firstIndex { $0.contains("code: soir") })
        #expect(issue.line == first + 6)
    }

    @Test func `a step longer than the unit is refused`() throws {
        let yaml = try ExampleTowns.definition("charost").yaml.replacing("à: 18:30", with: "à: 16:50")
        let error = #expect(throws: DefinitionError.self) { try ExampleTowns.read(yaml) }
        #expect(error?.issues.first?.message == "l'unité dure moins de 30 minutes")
    }

    @Test(arguments: [
        (15, "16:30 16:45 17:00 17:15", "16:45 17:00 17:15 17:20"), (20, "16:30 16:50 17:10", "16:50 17:10 17:20"), (60, "16:30", "17:20"),
    ])
    func `the times on offer follow the step inside the unit's hours`(minutes: Int, arrivals: String, departures: String) throws {
        var unit = BookableUnit(
            id: Identifier(1),
            code: "soir",
            name: "Soir",
            startsAt: try #require(CivilTime(clock: "16:30")),
            endsAt: try #require(CivilTime(clock: "17:20")),
            price: .zero,
            counters: []
        )
        #expect(!unit.asksTimes && unit.times(of: .arrival).isEmpty)
        let step = try #require(TimeStep(rawValue: minutes))
        unit.askedTimes = AskedTimes(arrival: step, departure: step)
        #expect(unit.times(of: .arrival).map(\.clock).joined(separator: " ") == arrivals)
        #expect(unit.times(of: .departure).map(\.clock).joined(separator: " ") == departures)
        // What the hours no longer hold, and what is no longer asked, is not shown.
        #expect(unit.shown(try times("08:00", "17:00")) == (try times(nil, "17:00")))
        unit.askedTimes = AskedTimes(arrival: step, departure: nil)
        #expect(unit.shown(try times("08:00", "17:00")) == nil)
    }
}
