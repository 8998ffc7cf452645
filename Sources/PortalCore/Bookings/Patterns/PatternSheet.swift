/// What may be put into a weekly pattern by whoever books for some children: for each child the units that it may use, with their weekdays.
package struct PatternSheet: Hashable, Sendable {
    /// Activities that open on the same days: those of school days, of Wednesdays, of the holidays.
    package struct Part: Hashable, Sendable {
        package let weekdays: Set<Weekday>
        package let activities: [String]
        /// As the day goes by.
        package let units: [BookableUnit]
    }

    package struct Sheet: Hashable, Sendable {
        package let child: Identifier<Child>
        package let firstName: String
        package let parts: [Part]
    }

    /// The children who may use something, the oldest first.
    package let children: [Sheet]
    /// The most likely first.
    package let periods: [PatternPeriod]

    package init(children: [Sheet], periods: [PatternPeriod]) {
        self.children = children
        self.periods = periods
    }

    /// The columns: the weekdays on which something opens.
    package var weekdays: [Weekday] { Set(children.flatMap(\.parts).flatMap(\.weekdays)).sorted() }
}

extension PatternSheet {
    /// The last day whose enrolments count for a sheet made on a day.
    static func lastDay(from today: CivilDate) -> CivilDate { today.adding(days: 400) }

    /// What some children may put into a weekly pattern from a day on.
    ///
    /// - Parameter enrolments: those that touch the days up to `lastDay(from:)`, of these children and others.
    init(_ children: [Child], _ enrolments: [Enrolment], in catalogue: PortalCatalogue, on today: CivilDate) {
        let enrolled = Dictionary(grouping: enrolments, by: \.child).mapValues { Set($0.map(\.activity)) }
        let used = catalogue.activities.filter { activity in enrolled.values.contains { $0.contains(activity.id) } }
        self.init(
            children: children.compactMap { child in
                let activities = catalogue.activities.filter { enrolled[child.id]?.contains($0.id) == true }
                return activities.isEmpty ? nil : Sheet(child, activities)
            },
            periods: PatternPeriod.offered(
                on: today,
                in: catalogue.calendar,
                hasSchoolTime: used.contains { $0.opening.period != .holidays },
                hasHolidays: used.contains { $0.opening.period != .school }
            )
        )
    }
}

extension PatternSheet.Sheet {
    fileprivate init(_ child: Child, _ activities: [Activity]) {
        let together = Dictionary(grouping: activities) { Days(isHoliday: $0.opening.period == .holidays, weekdays: $0.opening.weekdays) }
        self.init(
            child: child.id,
            firstName: child.firstName,
            parts: together.sorted { $0.key < $1.key }.map { days, activities in
                PatternSheet.Part(
                    weekdays: days.weekdays,
                    activities: activities.map(\.name),
                    units: activities.flatMap(\.units).sorted { $0.comesBefore($1) }
                )
            }
        )
    }

    /// When some activities open; school days come before Wednesdays, holidays last.
    private struct Days: Hashable, Comparable {
        let isHoliday: Bool
        let weekdays: Set<Weekday>

        static func < (left: Days, right: Days) -> Bool { left.order.lexicographicallyPrecedes(right.order) }

        private var order: [Int] { [isHoliday ? 1 : 0] + weekdays.sorted().map(\.rawValue) }
    }
}

extension BookableUnit {
    /// As the day goes by; of two units that start together, the longer one first.
    package func comesBefore(_ other: BookableUnit) -> Bool { (startsAt, other.endsAt) < (other.startsAt, endsAt) }
}
