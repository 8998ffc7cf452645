import Testing

@testable import PortalServer

struct DeadlineQuestionTests {
    @Test func `answers the instant with its offset, then the sentence`() throws {
        let answer = try question("--rule", "J-7", "--zone", "C", "--day", "2026-11-11").answer
        #expect(answer == ["2026-11-04T23:59:59+01:00", "Modifiable jusqu'au mercredi 4 novembre 2026 à 23\u{A0}h\u{A0}59"])
    }

    @Test func `a rule without notice answers aucun`() throws {
        let answer = try question("--rule", "aucun", "--zone", "a", "--day", "2026-11-11").answer
        #expect(answer == ["aucun", "Aucun délai\u{A0}: modifiable jusqu'au jour même"])
    }

    @Test func `sessions, closures, starts and Alsace-Moselle are counted with`() throws {
        let cases = [
            (["--rule", "session-4 semaines", "--day", "2026-10-21", "--session-start", "2026-10-19"], "2026-09-21T23:59:59+02:00"),
            (
                ["--rule", "J-1 11:00 hors fermetures, week-ends", "--day", "2026-11-16", "--closed", "2026-11-13,2026-11-12"],
                "2026-11-11T11:00:00+01:00"
            ),
            (["--rule", "72 h", "--day", "2026-11-12", "--starts", "8:30"], "2026-11-09T08:30:00+01:00"),
            (["--rule", "72 h", "--day", "2026-11-12"], "2026-11-09T00:00:00+01:00"),
            (["--rule", "J-1 hors week-ends, fériés", "--day", "2027-03-30", "--alsace-moselle", "oui"], "2027-03-25T23:59:59+01:00"),
            (["--rule", "J-1 hors week-ends, fériés", "--day", "2027-03-30", "--alsace-moselle", "non"], "2027-03-26T23:59:59+01:00"),
        ]
        for (words, expected) in cases { #expect(try question(words + ["--zone", "B"]).answer.first == expected) }
    }

    @Test func `each bad option is one line that names it, with status 2`() throws {
        let good = ["--rule": "J-7", "--zone": "C", "--day": "2026-11-11"]
        let bad = [
            ("--rule", "J-x"), ("--rule", ""), ("--rule", "J-7\nbidon"), ("--zone", "D"), ("--day", "2026-02-30"), ("--day", "11/11/2026"),
            ("--session-start", "bidon"), ("--session-start", "2026-11-12"), ("--closed", "2026-11-09,"), ("--closed", "bidon"),
            ("--starts", "25:00"), ("--starts", "24:00"), ("--alsace-moselle", "peut-être"), ("--bidon", "1"),
        ]
        for (option, value) in bad {
            let options = good.merging([option: value]) { $1 }
            let failure = try failure(of: options.flatMap { [$0.key, $0.value] })
            #expect(failure.status == 2)
            #expect(failure.message.contains(option))
            #expect(!failure.message.contains("\n"))
        }
        for option in good.keys {
            #expect(try failure(of: good.filter { $0.key != option }.flatMap { [$0.key, $0.value] }).message.contains(option))
        }
    }

    @Test func `says what it took for granted`() throws {
        #expect(try question("--rule", "J-7", "--zone", "C", "--day", "2026-11-11").remarks.isEmpty)
        #expect(try question("--rule", "session-1 jour", "--zone", "C", "--day", "2026-11-11").remarks.count == 1)
        #expect(try question("--rule", "J-7", "--zone", "C", "--day", "2029-11-11").remarks.count == 1)
    }

    private func question(_ words: String...) throws -> DeadlineQuestion { try question(words) }

    private func question(_ words: [String]) throws -> DeadlineQuestion { try DeadlineQuestion(CommandArguments(words)) }

    private func failure(of words: [String]) throws -> CommandFailure {
        try #require(throws: CommandFailure.self) { try question(words) }
    }
}
