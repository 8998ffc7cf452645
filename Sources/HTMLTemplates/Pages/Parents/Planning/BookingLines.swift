import PortalCore

/// Changes with their answers, before they are confirmed or afterwards: one line each, or one for many days of the same unit.
struct BookingLines: HTML {
    enum Moment {
        case before, after
    }

    private let title: String
    private let icon: Icon
    private let lines: [BookingReviewLine]
    private let moment: Moment

    /// More lines than these are put together by child and unit.
    private static let mostApart = 4

    init(_ title: String, icon: Icon, lines: [BookingReviewLine], _ moment: Moment) {
        self.title = title
        self.icon = icon
        self.lines = lines
        self.moment = moment
    }

    var body: some HTML {
        if !lines.isEmpty {
            Card("\(title) (\(lines.count))", icon: icon) {
                ul(.class("lines")) {
                    ForEach(groups) { group in
                        if group.count == 1 { BookingLine(line: group[0], moment: moment) } else { BookingGroupLine(lines: group, moment: moment) }
                    }
                }
            }
        }
    }

    /// The lines of one child, unit and kind of answer together, when there are many; else one by one, in their order.
    private var groups: [[BookingReviewLine]] {
        guard lines.count > BookingLines.mostApart else { return lines.map { [$0] } }
        var order: [Key] = []
        var grouped: [Key: [BookingReviewLine]] = [:]
        for line in lines {
            let slot = line.change.slot
            let key = Key(child: slot.child, unit: slot.unit, kind: line.change.kind, answer: BookingTag.rank(line.outcome))
            if grouped[key] == nil { order.append(key) }
            grouped[key, default: []].append(line)
        }
        return order.map { grouped[$0] ?? [] }
    }

    private struct Key: Hashable {
        let child: Identifier<Child>
        let unit: Identifier<BookableUnit>
        let kind: BookingChange.Kind
        let answer: Int
    }
}

private struct BookingLine: HTML {
    let line: BookingReviewLine
    let moment: BookingLines.Moment

    var body: some HTML {
        li {
            div(.class("what")) {
                strong { line.who }
                span(.class("hint")) {
                    time(.datetime(line.change.slot.date.iso)) { line.change.slot.date.french }
                    line.activityName.isEmpty ? "" : " · \(line.activityName)"
                    if let times = line.times { " · \(times.french)" }
                }
            }
            div(.class("end")) {
                BookingTag(line: line, moment: moment)
                if line.outcome.isAccepted { span(.class("hint")) { Price(difference: line.difference) } }
            }
            if let explanation = line.explanation { p(.class("why")) { explanation } }
            if let meeting = line.meeting { p(.class("why")) { OutingPlan.words(meeting) } }
        }
    }
}

/// Many days of one child and unit, with the same answer.
private struct BookingGroupLine: HTML {
    let lines: [BookingReviewLine]
    let moment: BookingLines.Moment

    var body: some HTML {
        li {
            div(.class("what")) {
                strong { lines[0].who }
                span(.class("hint")) {
                    lines[0].activityName.isEmpty ? "\(lines.count) jours" : "\(lines.count) jours · \(lines[0].activityName)"
                    // The two homes of a child may have habits of their own.
                    if let times = lines[0].times, lines.allSatisfy({ $0.times == times }) { " · \(times.french)" }
                }
            }
            div(.class("end")) {
                BookingTag(line: lines[0], moment: moment)
                if lines[0].outcome.isAccepted { span(.class("hint")) { Price(difference: lines.difference) } }
            }
            div(.class("why")) {
                DaySummary(lines.map(\.change.slot.date))
                if let shared { p { shared } } else if lines.contains(where: { $0.explanation != nil }) { Explanations(lines: lines) }
                if let meeting = lines[0].meeting { p { OutingPlan.words(meeting) } }
            }
        }
    }

    /// The explanation, when all days have the same.
    private var shared: String? {
        guard let first = lines[0].explanation, lines.allSatisfy({ $0.explanation == first }) else { return nil }
        return first
    }
}

/// Why, day by day.
private struct Explanations: HTML {
    let lines: [BookingReviewLine]

    var body: some HTML {
        details(.class("plain")) {
            summary { "Pourquoi, jour par jour" }
            ul {
                ForEach(lines) { line in
                    li {
                        strong { "\(line.change.slot.date.frenchShort)\u{A0}: " }
                        line.explanation ?? ""
                    }
                }
            }
        }
    }
}

extension BookingReviewLine {
    fileprivate var isAbsence: Bool {
        if case .recordedAsAbsence = outcome { true } else { false }
    }
}

extension [BookingReviewLine] {
    /// What the lines add to the family's charges.
    var difference: Cents { reduce(.zero) { $0 + $1.difference } }

    func accepted(_ kind: BookingChange.Kind) -> [BookingReviewLine] {
        filter { $0.outcome.isAccepted && !$0.outcome.isPending && !$0.isAbsence && $0.outcome != .left && $0.change.kind == kind }
    }

    /// Cancellations that came after their limit: the place is kept and charged.
    var absences: [BookingReviewLine] { filter(\.isAbsence) }

    /// What is not decided yet: in a line, or asked of the staff.
    var pending: [BookingReviewLine] { filter(\.outcome.isPending) }
    var left: [BookingReviewLine] { filter { $0.outcome == .left } }

    var refused: [BookingReviewLine] { filter(\.outcome.isRefused) }
    var unchanged: [BookingReviewLine] { filter { $0.outcome == .alreadySo } }
}
