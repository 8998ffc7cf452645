import PortalCore
import Testing

@testable import HTMLTemplates

struct PlanningPageTests {
    private let html: String

    init() throws {
        html = try PlanningPage.sample(PlanningSample().month).rendered
    }

    @Test func `a month of three children stays under 60 KB`() {
        #expect(html.utf8.count < 60_000)
    }

    @Test func `a box that may change is sent as child, unit and day, ticked when booked`() {
        #expect(html.contains(#"<input type="checkbox" name="r" value="1.2.2026-11-05" checked data-p="420" aria-describedby="l1105-0">"#))
        #expect(html.contains(#"<input type="checkbox" name="r" value="1.1.2026-11-05" data-p="120" aria-describedby="l1105-0">"#))
    }

    @Test func `each change that may be made has its box, and nothing else has one`() {
        let cells = PlanningSample().month.weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells)
        #expect(html.components(of: #"type="checkbox""#) == cells.filter(\.mayChange).count)
        for cell in cells where !cell.mayChange {
            #expect(!html.contains("value=\"\(cell.slot.text)\""))
        }
    }

    @Test func `child and day are said before the boxes`() {
        #expect(html.contains(#"<legend>Léa<span class="v"> jeudi 5 novembre</span></legend>"#))
    }

    @Test func `a day says until when it may be changed`() {
        let space = "\u{A0}"
        #expect(html.contains("Modifiable jusqu'au mar.\(space)3\(space)nov. à\(space)12\(space)h\(space)00"))
        #expect(html.contains("Délai dépassé depuis le mer.\(space)28\(space)oct. à\(space)12\(space)h\(space)00"))
        #expect(html.contains("Fermé\(space): Armistice 1918"))
    }

    @Test func `every state has its word`() {
        for word in ["libre", "réservé", "complet", "délai dépassé", "2\u{A0}places", "hors délai", "absence"] {
            #expect(html.contains("\(word)"))
        }
    }

    @Test func `the limits of one activity are said in one sentence, with its name when another has its own`() throws {
        let noon = DeadlineLimit.until(ParisTime.instant(PlanningSample.day(3), at: .noon))
        let evening = DeadlineLimit.until(ParisTime.instant(PlanningSample.day(4), at: .noon))
        let limits = [
            PlanningLimit(acts: .adding, limit: noon, isOver: true, activities: ["Mercredis"]),
            PlanningLimit(acts: .cancelling, limit: evening, isOver: false, activities: ["Mercredis"]),
            PlanningLimit(acts: .addingAndCancelling, limit: .none, isOver: false, activities: ["Cantine"]),
        ]
        let sample = PlanningSample().month
        let days = sample.weeks[2].days.map { PlanningDay(date: $0.date, note: $0.note, children: $0.children, limits: limits) }
        let weeks = [PlanningWeek(monday: sample.weeks[2].monday, days: days)]
        let month = PlanningMonth(month: sample.month, madeAt: sample.madeAt, children: sample.children, weeks: weeks)
        let html = try PlanningPage.sample(month).rendered.replacing("\u{A0}", with: " ")
        #expect(
            html.contains(
                "<strong>Mercredis : </strong><span id=\"l1109-0\">délai de réservation dépassé depuis le mar. 3 nov. à 12 h 00</span>, "
                    + "<span id=\"l1109-1\">annulable jusqu'au mer. 4 nov. à 12 h 00</span></p>"
            )
        )
        #expect(html.contains("<strong>Cantine : </strong><span id=\"l1109-2\">modifiable jusqu'au jour même</span></p>"))
    }

    @Test func `the weeks that are over are folded away, unless the month is over`() throws {
        let sample = PlanningSample().month
        for (day, folded) in [(3, false), (9, true), (30, true), (31, false)] {
            let now = ParisTime.instant(PlanningSample.day(1).adding(days: day - 1), at: .noon)
            let month = PlanningMonth(month: sample.month, madeAt: now, children: sample.children, weeks: sample.weeks)
            #expect(try PlanningPage.sample(month).rendered.contains(#"<details class="over">"#) == folded)
        }
    }

    @Test func `a month in which nobody is enrolled says so, without a form`() throws {
        let empty = PlanningMonth(month: PlanningSample().month.month, madeAt: PlanningSample().now, children: [], weeks: [])
        let html = try PlanningPage.sample(empty).rendered
        #expect(html.contains("Rien à réserver en novembre 2026"))
        #expect(!html.contains(#"id="planning""#))
    }

    @Test func `a week that is closed throughout is one line that says why`() throws {
        let sample = PlanningSample().month
        let days = sample.weeks[2].days.map { day in
            let children = day.children.map { child in
                PlanningChildDay(child: child.child, cells: child.cells.map { $0.closed("fermeture d'hiver") })
            }
            return PlanningDay(date: day.date, note: nil, children: children, limits: [])
        }
        let weeks = [sample.weeks[1], PlanningWeek(monday: sample.weeks[2].monday, days: days)]
        let month = PlanningMonth(month: sample.month, madeAt: sample.madeAt, children: sample.children, idleChildren: ["Zoé"], weeks: weeks)
        let html = try PlanningPage.sample(month).rendered.replacing("\u{A0}", with: " ")
        #expect(html.split(separator: "fermeture d'hiver").count == 2)
        #expect(html.contains("Sans activité en novembre 2026 : Zoé."))
    }

    @Test func `a first name is text wherever it is written`() throws {
        let hostile = PlanningSample(children: ["<script>", "\"'><b>", "&amp;"]).month
        let html = try PlanningPage.sample(hostile).rendered
        #expect(!html.contains("<script>"))
        #expect(!html.contains("'><b>"))
    }
}

extension PlanningCell {
    fileprivate func closed(_ reason: String) -> PlanningCell {
        PlanningCell(slot: slot, activity: activity, unit: unit, state: .closed(reason), adding: adding, cancelling: cancelling)
    }
}

extension PlanningPage {
    static func sample(_ planning: PlanningMonth) throws -> PlanningPage {
        PlanningPage(
            PlanningPage.Model(
                booking: FamilyFrame(try .sample),
                planning: planning,
                snapshot: "2026-11;1.1.ffb",
                carried: nil,
                filters: PlanningFilters(of: planning, child: nil, activity: nil, links: PortalLinks(slug: "bondoufle")),
                here: .sample("/bondoufle/reservations?mois=2026-11"),
                previousMonth: .sample("/bondoufle/reservations?mois=2026-10"),
                nextMonth: .sample("/bondoufle/reservations?mois=2026-12")
            )
        )
    }
}

extension String {
    /// How many times a text occurs.
    fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
