/// The lines of an activity on a day, for the staff.
package struct WaitingListDay: Hashable, Sendable {
    package let activity: Activity
    package let date: CivilDate
    /// How many wait, or have an offer.
    package let count: Int
    /// In the order of turns; empty in the list of days.
    package let entries: [WaitingListEntry]

    package init(activity: Activity, date: CivilDate, count: Int, entries: [WaitingListEntry]) {
        self.activity = activity
        self.date = date
        self.count = count
        self.entries = entries
    }
}

/// A family in line.
package struct WaitingListEntry: Hashable, Sendable {
    package let slot: BookingSlot
    package let childName: String
    package let household: Identifier<Household>
    package let householdName: String
    package let unitName: String
    package let group: Identifier<ActivityGroup>
    package let groupName: String
    package let joinedAt: Instant
    package let state: AwaitedPlace.State
    /// nil while a place is held for it.
    package let rank: Int?
    package let isTogether: Bool
    /// What it has of what the activity's order asks for.
    package let reasons: [WaitingCriterion]
    /// Whether the staff have put its line in another order.
    package let isArranged: Bool
    package let passedOver: AwaitedPlace.PassedOver?

    init(_ place: AwaitedPlace, rank: Int?, reasons: [WaitingCriterion] = [], _ names: AwaitedNames, in catalogue: PortalCatalogue) {
        slot = place.slot
        childName = names.children[place.slot.child] ?? ""
        household = place.household
        householdName = names.households[place.household] ?? ""
        unitName = catalogue.unit(place.slot.unit)?.unit.name ?? ""
        group = place.group
        groupName = catalogue.group(place.group)?.group.name ?? ""
        joinedAt = place.joinedAt
        state = place.state
        self.rank = rank
        isTogether = place.bundle != nil
        self.reasons = reasons
        isArranged = place.isArranged
        passedOver = place.passedOver
    }
}

/// The names of the children and the households of some lines.
struct AwaitedNames {
    private(set) var children: [Identifier<Child>: String] = [:]
    private(set) var households: [Identifier<Household>: String] = [:]

    init(_ places: [AwaitedPlace], in transaction: any Transaction) throws {
        let families = FamilyStore(transaction)
        for household in Set(places.map(\.household)) {
            guard let family = try families.family(household) else { continue }
            households[household] = family.household.name
            for child in family.children { children[child.id] = child.fullName }
        }
    }
}
