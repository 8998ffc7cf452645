import PortalCore

/// How a child uses an activity that it is enrolled in: which units, on which weekdays, how regularly.
struct DemoHabit: Sendable {
    let activity: Activity
    let group: ActivityGroup
    /// Units that follow one another; two that overlap are never booked on one day.
    private let units: [BookableUnit]
    private let weekdays: Set<Weekday>
    /// How many days out of a hundred, of those that it could come.
    private let regularity: Int

    /// The habit of a child; nil when the activity is not for its age or not for this family.
    ///
    /// - Parameter isSure: enrolled wherever its age allows.
    init?(of child: DemoChild, in activity: Activity, living city: String, isSure: Bool, _ random: inout DemoRandom) {
        let groups = activity.groups.filter { $0.ages.contains(child.level.age) }
        let nearby = groups.filter { $0.name.contains(city) }
        guard !groups.isEmpty, !activity.units.isEmpty, activity.kind != .nursery || !child.isAtSchool, activity.outing == nil else { return nil }
        let usage = DemoUsage(of: activity.kind)
        guard isSure || random.chance(usage.enrolled) else { return nil }
        self.activity = activity
        group = random.pick(nearby.isEmpty ? groups : nearby)
        units = DemoHabit.units(of: activity, &random)
        let possible = activity.opening.weekdays.sorted()
        let usual = possible.filter { _ in random.chance(usage.weekday) }
        weekdays = Set(usual.isEmpty ? [random.pick(possible)] : usual)
        regularity = random.pick(usage.regularities)
    }

    /// What is booked on a day on which the activity is open.
    func units(on date: CivilDate, isRush: Bool, _ random: inout DemoRandom) -> [BookableUnit] {
        if isRush { return Array(activity.units.prefix(1)) }
        return weekdays.contains(date.weekday) && random.chance(regularity) ? units : []
    }

    private static func units(of activity: Activity, _ random: inout DemoRandom) -> [BookableUnit] {
        let independent = activity.units.filter(\.demanded.isEmpty)
        guard !independent.isEmpty else { return [] }
        var chosen = [random.chance(60) ? independent[0] : random.pick(independent)]
        for unit in activity.unitsInOrderOfDemands {
            guard !chosen.contains(where: { activity.excludes(unit, $0) || unit.overlaps($0) }) else { continue }
            let isHeld = unit.demanded.isEmpty || chosen.contains { unit.demanded.contains($0.id) }
            if isHeld && random.chance(45) { chosen.append(unit) }
        }
        return chosen
    }
}

extension BookableUnit {
    /// Whether both are at the same time of the day.
    fileprivate func overlaps(_ other: BookableUnit) -> Bool { startsAt < other.endsAt && other.startsAt < endsAt }
}

/// How families use a kind of activity.
struct DemoUsage {
    /// Children enrolled, of a hundred of the right age.
    let enrolled: Int
    /// How likely each weekday is one of a child's.
    let weekday: Int
    /// How regularly different families come.
    let regularities: [Int]

    init(of kind: ActivityKind) {
        (enrolled, weekday, regularities) =
            switch kind {
            case .schoolCanteen: (88, 80, [96, 92, 70])
            case .beforeAndAfterSchool: (55, 60, [95, 80, 40])
            case .wednesday: (60, 100, [90, 50, 15])
            case .leisureCentre: (50, 70, [60, 30, 5])
            case .youth: (45, 50, [60, 25])
            case .nursery: (70, 75, [95, 85])
            case .sports: (25, 100, [95, 80])
            // Nobody is enrolled in an outing: families book it.
            case .outing: (0, 0, [0])
            }
    }
}
