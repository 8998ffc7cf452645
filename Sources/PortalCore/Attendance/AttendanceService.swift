/// The lists that the staff works with.
package struct AttendanceService: Sendable {
    private let portal: Portal
    private let catalogue: PortalCatalogue

    package init(_ portal: Portal, _ catalogue: PortalCatalogue) {
        self.portal = portal
        self.catalogue = catalogue
    }

    /// The children expected for an activity on a day; nil when there is no such activity where the reader works.
    package func dayList(of code: String, on date: CivilDate, for reader: StaffMember) throws -> DayList? {
        guard let activity = catalogue.activity(code: code), reader.scope.covers(activity) else { return nil }
        let (lines, counts) = try portal.database.read { transaction in
            (
                try ListedChildStore(transaction).lines(at: activity, over: date...date),
                try PlaceStore(transaction).counts(in: activity.id, from: date, through: date)
            )
        }
        return DayList(activity, on: date, lines: lines, counts: counts, calendar: catalogue.calendar)
    }
}

extension DayList {
    /// Sorts a day's lines by group and child. They come in the order of the children's names.
    fileprivate init(
        _ activity: Activity,
        on date: CivilDate,
        lines: [ListedChildStore.Line],
        counts: [Place: PlaceCount],
        calendar: SchoolCalendar
    ) {
        let byGroup = Dictionary(grouping: lines, by: \.group)
        self.init(
            activity: activity,
            date: date,
            closure: OpeningDays(of: activity, in: calendar).closedReason(on: date)?.french,
            groups: activity.groups.map { group in
                DayListGroup(
                    group: group,
                    counts: activity.units.map { unit in
                        DayListCount(
                            unit,
                            in: group,
                            places: unit.places(in: group.id, on: date).map { counts[$0] },
                            unexpected: (byGroup[group.id] ?? []).count { $0.unit == unit.id && $0.state == .unexpected }
                        )
                    },
                    children: DayListChild.all(byGroup[group.id] ?? [], units: activity.units, on: date)
                )
            }
        )
    }
}

extension DayListCount {
    /// The counter of the unit that has the fewest places left.
    init(_ unit: BookableUnit, in group: ActivityGroup, places: [PlaceCount?], unexpected: Int = 0) {
        let fullest = places.min { group.limit($0) - ($0?.taken ?? 0) < group.limit($1) - ($1?.taken ?? 0) } ?? nil
        self.init(unit: unit, taken: fullest?.taken ?? 0, capacity: group.limit(fullest), unexpected: unexpected)
    }
}

extension DayListChild {
    /// One row for each child out of its lines, which follow each other.
    fileprivate static func all(_ lines: [ListedChildStore.Line], units: [BookableUnit], on date: CivilDate) -> [DayListChild] {
        var states: [Identifier<Child>: [Identifier<BookableUnit>: ListedState]] = [:]
        var times: [Identifier<Child>: [Identifier<BookableUnit>: ExpectedTimes]] = [:]
        var children: [Child] = []
        for line in lines {
            if states[line.child.id] == nil { children.append(line.child) }
            states[line.child.id, default: [:]][line.unit] = line.state
            times[line.child.id, default: [:]][line.unit] = line.times
        }
        return children.map { child in
            var listed = DayListChild(
                id: child.id,
                firstName: child.firstName,
                lastName: child.lastName,
                age: child.age(on: date),
                school: child.schooling.school(on: date),
                schoolClass: child.schooling.schoolClass(on: date),
                units: units.map { states[child.id]?[$0.id] }
            )
            listed.times = units.map { times[child.id]?[$0.id] }
            return listed
        }
    }
}
