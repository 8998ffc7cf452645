/// The list of a unit and a day as it is called at the gate.
package struct RollCall: Hashable, Sendable {
    package let activity: Activity
    package let unit: BookableUnit
    package let date: CivilDate
    /// Why the activity is closed on that day, nil when it is open.
    package let closure: String?
    /// By last name, then first name; those under contract after the others, by the hour at which they come.
    package let children: [RollCallChild]
    /// When the day was closed by its leader; nil while it is open.
    package let closedAt: Instant?
    /// The day is locked for invoicing.
    package let isLocked: Bool
    /// Whether it is the list of the day that runs: a tap can tell the time.
    package let isToday: Bool

    /// Who is expected and not called yet.
    package var uncalled: [RollCallChild] { children.filter(\.isUncalled) }
    /// Who is there now.
    package var presentCount: Int { children.count { $0.mark.presence == .present && !$0.hasLeft } }
    /// Who was there, and has gone home.
    package var leftCount: Int { children.count(where: \.hasLeft) }
    /// What a tap on a child's card is about.
    package func subject(of child: RollCallChild) -> RollCallSubject {
        child.care.map { .care(CareSlot(contract: $0.contract, date: date)) } ?? .slot(BookingSlot(child: child.child.id, unit: unit.id, date: date))
    }

    package var absentCount: Int { children.count { $0.mark.presence == .absent || $0.isReportedAbsent } }
}

/// A child on the list.
package struct RollCallChild: Hashable, Sendable {
    package let child: Child
    package let group: String
    /// The booking's state before the roll call, or what is said of the contract's day; nil for a child who came without either.
    package let reported: BookingState?
    package let mark: AttendanceMark
    /// Who called it last; nil when nobody did.
    package let calledBy: String?
    /// Who may take the child home, and who must not.
    package let people: [PickupPerson]
    /// What must be known at once of its health, in a few words; nil for nothing.
    package let alert: String?
    /// Of a child who comes under contract; nil for one who is booked, or came without booking.
    package let care: RollCallCare?
    /// When its family expects it to come and to leave; nil where it said nothing.
    package var times: ExpectedTimes?

    /// Its parents have said that it does not come.
    package var isReportedAbsent: Bool { mark.presence == nil && (reported == .absent || reported == .excused) }
    package var isUncalled: Bool { mark.presence == nil && reported == .reserved }
    package var isUnexpected: Bool { reported == nil }
    package var hasLeft: Bool { mark.presence == .present && mark.leftAt != nil }
}

/// Somebody who comes to fetch a child.
package struct PickupPerson: Hashable, Sendable {
    package let name: String
    /// "Mère", "Grand-mère".
    package let kinship: String
    package let phone: PhoneNumber?
    package let callFirst: Bool
    /// A court or the parents have said that this person must not take the child.
    package let isForbidden: Bool
}
