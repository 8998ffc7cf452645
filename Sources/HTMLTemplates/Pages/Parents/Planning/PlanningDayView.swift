import PortalCore

/// A day: its date, what is particular about it, each child's boxes, and until when they may be changed.
struct PlanningDayView: HTML {
    let day: PlanningDay
    let columns: PlanningColumns
    let today: CivilDate

    var body: some HTML {
        section(.class(columns.dayClass(day, today: today))) {
            h3 {
                time(.datetime(day.date.iso)) { "\(day.date.weekday.frenchName) \(day.date.day)" }
                if day.date == today { small { "aujourd'hui" } }
            }
            if let closure = day.closure {
                p(.class("note")) { "Fermé\u{A0}: \(closure)" }
            } else {
                // The grid's rows: one for the note, one for each child, whether or not they have something on that day.
                div(.class("note")) { day.note ?? "" }
                ForEach(columns.children) { child in
                    ChildDayView(child: child, cells: cells(of: child.id), day: day, isPast: day.date < today)
                }
                if !limits.isEmpty { LimitsView(limits: limits, date: day.date) }
            }
        }
    }

    private var limits: [PlanningLimit] { day.date < today ? [] : day.limits }

    private func cells(of child: Identifier<Child>) -> [PlanningCell] { day.children.first { $0.child == child }?.cells ?? [] }
}

/// A child's boxes of a day. A screen reader says the child and the day before each of them.
private struct ChildDayView: HTML {
    let child: PlanningChild
    let cells: [PlanningCell]
    let day: PlanningDay
    let isPast: Bool

    var body: some HTML {
        if cells.isEmpty {
            div(.class("k nil"), .data(.child, Int(child.id.rawValue))) {}
        } else {
            fieldset(.class("k"), .data(.child, Int(child.id.rawValue))) {
                legend {
                    child.firstName
                    span(.class("v")) { " \(day.date.weekday.frenchName) \(day.date.frenchDayAndMonth)" }
                }
                ForEach(shownCells) { cell in PlanningCellView(cell: cell, limit: isPast ? nil : LimitsView.id(of: cell, in: day)) }
                if shownCells.isEmpty {
                    p(.class("none")) { isPast ? "Aucune réservation" : "Délai dépassé, aucune réservation" }
                }
            }
        }
    }

    /// Of a day that is over, only what was booked; where all that is left is "délai dépassé", one line says it for all.
    private var shownCells: [PlanningCell] {
        let nothingToSay = cells.allSatisfy { $0.state == .locked(booked: false) }
        return cells.filter { cell in
            if case .locked(booked: false) = cell.state { !isPast && !nothingToSay } else { true }
        }
    }
}

/// Until when a day's boxes may be changed: "Modifiable jusqu'au…", for each activity where they differ.
private struct LimitsView: HTML {
    let limits: [PlanningLimit]
    let date: CivilDate

    var body: some HTML {
        let groups = groups
        div(.class("lims")) {
            ForEach(groups) { group in
                p(.class(group.indices.allSatisfy { limits[$0].isOver } ? "lim over" : "lim")) {
                    if groups.count > 1 { strong { "\(group.activities.joined(separator: ", "))\u{A0}: " } }
                    ForEach(group.indices.enumerated()) { position, index in
                        if position > 0 { ", " }
                        span(.id(LimitID(index: index, date: date).text)) { words(limits[index], isFirst: groups.count == 1 && position == 0) }
                    }
                }
            }
        }
    }

    /// The sentence that a cell's box is described by; nil when the day has none for it.
    static func id(of cell: PlanningCell, in day: PlanningDay) -> LimitID? {
        let index = day.limits.firstIndex { limit in
            switch limit.acts {
            case .addingAndCancelling: cell.adding == cell.cancelling && limit.limit == cell.adding
            case .adding: !cell.isBooked && limit.limit == cell.adding
            case .cancelling: cell.isBooked && limit.limit == cell.cancelling
            }
        }
        return index.map { LimitID(index: $0, date: day.date) }
    }

    /// The limits of the same activities are said in one sentence.
    private var groups: [(activities: [String], indices: [Int])] {
        limits.indices.reduce(into: []) { groups, index in
            if let known = groups.firstIndex(where: { $0.activities == limits[index].activities }) {
                groups[known].indices.append(index)
            } else {
                groups.append((limits[index].activities, [index]))
            }
        }
    }

    private func words(_ limit: PlanningLimit, isFirst: Bool) -> String {
        let sentence = limit.shortSentence
        return isFirst ? sentence.prefix(1).uppercased() + sentence.dropFirst() : sentence
    }
}

extension PlanningLimit {
    /// "modifiable jusqu'au mar. 3 nov. à 12 h 00".
    fileprivate var shortSentence: String {
        let moment = limit.shortMoment
        return switch (acts, isOver) {
        case (.addingAndCancelling, false): "modifiable jusqu'au \(moment ?? "jour même")"
        case (.adding, false): "réservable jusqu'au \(moment ?? "jour même")"
        case (.cancelling, false): "annulable jusqu'au \(moment ?? "jour même")"
        case (.addingAndCancelling, true): "délai dépassé depuis le \(moment ?? "jour même")"
        case (.adding, true): "délai de réservation dépassé depuis le \(moment ?? "jour même")"
        case (.cancelling, true): "délai d'annulation dépassé depuis le \(moment ?? "jour même")"
        }
    }
}
