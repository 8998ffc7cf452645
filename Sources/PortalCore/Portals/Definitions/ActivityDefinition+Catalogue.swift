extension ActivityDefinition {
    /// The definition of an activity that a portal runs with.
    package init(_ activity: Activity) {
        self.init(
            code: activity.code,
            name: activity.name,
            kind: activity.kind,
            place: activity.place,
            description: activity.description,
            opening: activity.opening,
            rules: activity.rules,
            datedRules: activity.datedRules,
            terms: activity.terms,
            extraDays: activity.extraDays,
            units: activity.units.map { UnitDefinition($0, of: activity) },
            groups: activity.groups.map(GroupDefinition.init),
            writtenSessions: activity.writtenSessions,
            absences: activity.absences,
            nursery: activity.nursery,
            outing: activity.outing,
            buses: activity.buses,
            waitingList: activity.waitingList,
            waitingOrder: activity.waitingOrder
        )
    }
}

extension UnitDefinition {
    fileprivate init(_ unit: BookableUnit, of activity: Activity) {
        func codes(_ ids: [Identifier<BookableUnit>]) -> [String] { ids.compactMap { id in activity.units.first { $0.id == id }?.code } }
        self.init(
            code: unit.code,
            name: unit.name,
            startsAt: unit.startsAt,
            endsAt: unit.endsAt,
            price: unit.price,
            counters: unit.counters.map(\.code),
            excluded: codes(unit.writtenExclusions),
            demanded: codes(unit.demanded),
            askedTimes: unit.askedTimes
        )
    }
}

extension GroupDefinition {
    fileprivate init(_ group: ActivityGroup) {
        self.init(code: group.code, name: group.name, ages: group.ages, capacity: group.capacity, staffing: group.staffing)
    }
}

extension PortalDefinition {
    /// The definition that a portal runs with, as `portal export` writes it.
    package init(_ catalogue: PortalCatalogue) {
        self.init(
            settings: catalogue.settings,
            closures: catalogue.closures,
            activities: catalogue.activities.map(ActivityDefinition.init)
        )
    }
}
