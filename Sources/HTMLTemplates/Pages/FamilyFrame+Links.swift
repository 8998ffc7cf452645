package import PortalCore

/// The addresses, each of which the staff have under the household's own.
extension FamilyFrame {
    private func link(_ parents: ParentPage, _ staff: (Identifier<Household>) -> HouseholdDeskPage) -> Link {
        household.map { frame.links.to(staff($0.id)) } ?? frame.links.to(parents)
    }

    func planning(_ month: Month?) -> Link { link(.planning(month)) { .planning($0, month) } }

    /// "Remplir plusieurs semaines".
    var fill: Link { link(.fill) { .fill($0) } }

    /// Where a planning or a pattern is sent.
    var recap: Link { link(.recap) { .recap($0) } }

    /// Where a recap is sent.
    var confirm: Link { link(.bookings) { .bookings($0) } }

    /// When a child usually comes to an activity and leaves it.
    package func times(_ child: Identifier<Child>, activity: String) -> Link {
        link(.file(.times(child, activity: activity))) { .times($0, child, activity: activity) }
    }

    /// The same of one booked day.
    func dayTimes(_ slot: BookingSlot) -> Link { link(.file(.dayTimes(slot))) { .dayTimes($0, slot) } }

    /// The bus stops of a child at an activity.
    func stops(_ child: Identifier<Child>, activity: String) -> Link {
        link(.file(.stops(child, activity: activity))) { .stops($0, child, activity: activity) }
    }
}
