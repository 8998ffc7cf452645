extension PlanningMonth {
    /// Lays a month out of what the portal knows. The same rulings decide the cells and the write.
    package init(_ month: Month, of facts: BookingFacts) {
        let rows = PlanningRows(of: facts, in: month)
        let weeks = Dictionary(grouping: month.wholeWeeks, by: \.mondayOfWeek).sorted { $0.key < $1.key }.map { monday, days in
            PlanningWeek(monday: monday, days: days.map { rows.day($0, of: facts) })
        }
        let busy = Set(weeks.flatMap(\.days).flatMap(\.children).map(\.child))
        self.init(
            month: month,
            madeAt: facts.now,
            children: rows.children.filter { busy.contains($0.id) },
            idleChildren: rows.children.filter { !busy.contains($0.id) }.map(\.firstName),
            weeks: weeks
        )
    }
}

/// The rows of a month: which child may use which activity, with the units' names made once.
private struct PlanningRows {
    let children: [PlanningChild]
    /// In the order of the catalogue: the activities that at least one child is enrolled in, with each unit's rank in the day: a morning, a
    /// meal, an evening, whatever activity each belongs to.
    private let activities: [(opening: OpeningDays, units: [PlanningUnit], ranks: [Int])]

    init(of facts: BookingFacts, in month: Month) {
        let days = month.wholeWeeks
        let enrolled = Set(
            facts.children.flatMap { facts.enrolments(of: $0.id) }.filter { $0.firstDay <= days.upperBound && $0.lastDay >= days.lowerBound }
                .map { EnrolledChild(child: $0.child, activity: $0.activity) }
        )
        let used = Set(enrolled.map(\.activity))
        let openings = facts.catalogue.activities.filter { used.contains($0.id) }.compactMap { facts.opening(of: $0.id) }
        let units = openings.flatMap(\.activity.units).sorted { $0.comesBefore($1) }
        let order = Dictionary(units.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let all = openings.map { (opening: $0, units: $0.activity.planningUnits, ranks: $0.activity.units.map { order[$0.id] ?? 0 }) }
        activities = all
        children = facts.children.map { child in
            let own = all.filter { enrolled.contains(EnrolledChild(child: child.id, activity: $0.opening.activity.id)) }
            return PlanningChild(
                id: child.id,
                firstName: child.firstName,
                activities: own.map { PlanningActivity($0.opening.activity, units: $0.units) }
            )
        }
    }

    func day(_ date: CivilDate, of facts: BookingFacts) -> PlanningDay {
        var cells: [Identifier<Child>: [(rank: Int, cell: PlanningCell)]] = [:]
        var limits = PlanningLimits()
        for (opening, units, ranks) in activities {
            let days = opening.unitDays(on: date)
            // A day outside the activity's pattern has no cell, unless a booking is left on it from before the pattern changed.
            let isOffered = days.first?.closed.map(\.isUnexpected) ?? true
            for child in children {
                let enrolment = facts.enrolment(of: child.id, in: opening.activity.id, on: date)
                for (index, unit) in units.enumerated() {
                    let slot = BookingSlot(child: child.id, unit: unit.id, date: date)
                    let booking = facts.booking(of: slot)
                    guard (isOffered && enrolment != nil) || booking != nil else { continue }
                    let cell = PlanningCell(slot, unit: unit, day: days[index], enrolment: enrolment, booking: booking, facts: facts)
                    cells[child.id, default: []].append((ranks[index], cell))
                    limits.add(cell, of: opening.activity.name, at: facts.now)
                }
            }
        }
        return PlanningDay(
            date: date,
            note: facts.note(on: date),
            children: children.compactMap { child in cells[child.id].map { PlanningChildDay(child: child.id, cells: inOrder($0)) } },
            limits: limits.all
        )
    }

    private func inOrder(_ cells: [(rank: Int, cell: PlanningCell)]) -> [PlanningCell] { cells.sorted { $0.rank < $1.rank }.map(\.cell) }
}

private struct EnrolledChild: Hashable {
    let child: Identifier<Child>
    let activity: Identifier<Activity>
}

extension PlanningActivity {
    fileprivate init(_ activity: Activity, units: [PlanningUnit]) {
        self.init(id: activity.id, name: activity.name, place: activity.place, units: units, bookedBy: activity.terms.bookedBy)
    }
}

extension Activity {
    /// The units with their labels: the first word of the name, or the whole name where two units begin alike.
    var planningUnits: [PlanningUnit] {
        let firstWords = units.map { String($0.name.prefix { $0 != " " }) }
        return zip(units, firstWords).map { unit, word in
            let isAlone = firstWords.count { $0 == word } == 1
            return PlanningUnit(
                id: unit.id,
                name: unit.name,
                label: isAlone ? word : unit.name,
                price: unit.price,
                excluded: excluded(by: unit).map(\.id),
                demanded: unit.demanded
            )
        }
    }
}
