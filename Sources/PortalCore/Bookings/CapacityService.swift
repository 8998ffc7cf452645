/// The places of an activity as staff read and set them.
package struct CapacityService: Sendable {
    private let portal: Portal
    private let catalogue: PortalCatalogue
    /// The address of the page where families answer the places that are offered to them, for the mails.
    private let waitingPage: String?

    package init(_ portal: Portal, _ catalogue: PortalCatalogue, waitingPage: String? = nil) {
        self.portal = portal
        self.catalogue = catalogue
        self.waitingPage = waitingPage
    }

    /// What is taken, and what staff have set, in an activity over a month. A place without a count is free and as its group says.
    package func counts(of month: Month, in activity: Activity) throws -> [Place: PlaceCount] {
        try portal.database.read { try PlaceStore($0).counts(in: activity.id, from: month.firstDay, through: month.lastDay) }
    }

    /// Sets the places and the staff of some days, all of them or none; the open days only. What becomes free goes to those who wait for it at once.
    ///
    /// - Throws: `CapacityRefusal`, `DatabaseError`.
    package func set(_ setting: CapacitySetting, in activity: Activity, by member: StaffMember) async throws {
        guard member.scope.covers(activity), let group = activity.groups.first(where: { $0.id == setting.group }),
            let counter = activity.counters.first(where: { $0.id == setting.counter })
        else { throw CapacityRefusal.unknownPlace }
        guard setting.days.count <= CapacitySetting.mostDays else { throw CapacityRefusal.tooManyDays }
        let opening = OpeningDays(of: activity, in: catalogue.calendar)
        let days = setting.days.filter(opening.isOpen)
        let (catalogue, now, waitingPage) = (catalogue, portal.clock.now, waitingPage)
        let detail = setting.auditDetail(activity.name(of: counter), group.name)
        try await portal.database.write { transaction in
            try transaction.lock([.booking])
            let catalogue = try PortalCatalogueStore(transaction).current(catalogue)
            let lines = try WaitingListDays(AwaitedPlaceStore(transaction).days(of: activity.id, within: setting.days), in: transaction)
            let places = PlaceStore(transaction)
            for date in days {
                let place = Place(counter: setting.counter, group: setting.group, date: date)
                let count = try places.set(place, capacity: setting.capacity, staff: setting.staff)
                let limit = group.limit(count)
                guard setting.isBelowTakenAllowed || count.taken <= limit else {
                    throw CapacityRefusal.belowTaken(date, taken: count.taken, limit: limit)
                }
            }
            try AuditLog.record(in: transaction, by: .staff(member.id), .capacitySet, on: activity.id, detail: detail, at: now)
            try WaitingListSettlement(transaction, catalogue, at: now, page: waitingPage).settle(lines)
        }
    }
}

extension AwaitedPlaceStore {
    /// The days of an activity on which somebody waits.
    fileprivate func days(of activity: Identifier<Activity>, within days: ClosedRange<CivilDate>) throws -> Set<ActivityDay> {
        Set(try places(from: days.lowerBound, through: days.upperBound).filter { $0.activity == activity }.map(\.day))
    }
}

/// Another number of places, or of staff, for some days; nil for the group's own.
package struct CapacitySetting: Hashable, Sendable {
    package let counter: Identifier<PlaceCounter>
    package let group: Identifier<ActivityGroup>
    package let days: ClosedRange<CivilDate>
    package let capacity: Int?
    package let staff: Int?
    /// Staff know that more children are booked than that, and will sort it out.
    package let isBelowTakenAllowed: Bool

    static let mostDays = 400

    package init(
        counter: Identifier<PlaceCounter>,
        group: Identifier<ActivityGroup>,
        days: ClosedRange<CivilDate>,
        capacity: Int?,
        staff: Int?,
        isBelowTakenAllowed: Bool = false
    ) {
        self.counter = counter
        self.group = group
        self.days = days
        self.capacity = capacity
        self.staff = staff
        self.isBelowTakenAllowed = isBelowTakenAllowed
    }

    fileprivate func auditDetail(_ counter: String, _ group: String) -> String {
        let places = capacity.map { "\($0) places" } ?? "places du groupe"
        let animators = staff.map { ", \($0) animateurs" } ?? ""
        return "\(counter), \(group), \(days.lowerBound.iso) – \(days.upperBound.iso)\u{A0}: \(places)\(animators)"
    }
}

/// Why places are not set.
package enum CapacityRefusal: Error, Hashable, Sendable {
    case unknownPlace
    case tooManyDays
    /// More children are booked on that day than the setting leaves places for.
    case belowTaken(CivilDate, taken: Int, limit: Int)

    package var french: String {
        switch self {
        case .unknownPlace: "Ce groupe ou ce compteur n'est pas de cette activité."
        case .tooManyDays: "Une modification porte sur \(CapacitySetting.mostDays) jours au plus."
        case .belowTaken(let date, let taken, let limit):
            "Le \(date.french), \(taken) enfants sont déjà réservés\u{A0}: \(limit) places ne suffisent pas. Confirmez pour garder ce nombre quand même."
        }
    }
}

extension AuditAct {
    /// The places of some days were set; the subject is the activity.
    package static let capacitySet = AuditAct(rawValue: "capacity.set")
}
