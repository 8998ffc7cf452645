package import PortalCore

/// Around the pages by which bookings are changed: the planning, a week put on many, the recap. Parents go through them for their children, and
/// the staff for a family, each at their own addresses.
package struct BookingFrame: Sendable {
    let frame: PortalFrame
    /// The family that the staff book for; nil where a parent reads.
    let household: Household?

    package init(_ frame: PortalFrame, for household: Household? = nil) {
        self.frame = frame
        self.household = household
    }

    var isDesk: Bool { household != nil }

    var page: PageFrame { frame.around(isDesk ? .households : .planning) }

    /// The way to the planning.
    var crumbs: [Crumb] { household.map { frame.crumbs(to: $0) } ?? [frame.homeCrumb] }

    /// The way to what is begun in the planning.
    var innerCrumbs: [Crumb] { crumbs + [Crumb("Réservations", planning(nil))] }

    /// "Récapitulatif", or "Récapitulatif pour le foyer Dupont".
    func title(_ words: String, _ link: String) -> String { household.map { "\(words) \(link) foyer \($0.name)" } ?? words }

    func planning(_ month: Month?) -> Link {
        household.map { frame.links.to(.planning($0.id, month) as HouseholdDeskPage) } ?? frame.links.to(.planning(month) as ParentPage)
    }

    /// "Remplir plusieurs semaines".
    var fill: Link { household.map { frame.links.to(.fill($0.id) as HouseholdDeskPage) } ?? frame.links.to(.fill as ParentPage) }

    /// Where a planning or a pattern is sent.
    var recap: Link { household.map { frame.links.to(.recap($0.id) as HouseholdDeskPage) } ?? frame.links.to(.recap as ParentPage) }

    /// Where a recap is sent.
    var confirm: Link { household.map { frame.links.to(.bookings($0.id) as HouseholdDeskPage) } ?? frame.links.to(.bookings as ParentPage) }
}
