package import PortalCore

/// Around the pages that parents open for their children and the staff for a family, each at their own addresses: bookings, expected times,
/// bus stops.
package struct FamilyFrame: Sendable {
    let frame: PortalFrame
    /// The family that the staff act for; nil where a parent reads.
    let household: Household?

    package init(_ frame: PortalFrame, for household: Household? = nil) {
        self.frame = frame
        self.household = household
    }

    var isDesk: Bool { household != nil }

    /// What surrounds a page, in the part of the menu that parents find it in.
    func page(in section: NavigationEntry = .planning) -> PageFrame { isDesk ? frame.around(.households) : frame.around(section) }

    /// The way to the planning.
    var crumbs: [Crumb] { household.map { frame.crumbs(to: $0) } ?? [frame.homeCrumb] }

    /// The way to what is begun in the planning.
    var innerCrumbs: [Crumb] { crumbs + [Crumb("Réservations", planning(nil))] }

    /// The way to what hangs on a child's file: the household's, for the staff.
    func crumbs(to child: Child) -> [Crumb] { isDesk ? crumbs : frame.crumbs(of: child) }

    /// The staff know children by their whole names.
    func name(of child: Child) -> String { isDesk ? child.fullName : child.firstName }

    /// "Récapitulatif", or "Récapitulatif pour le foyer Dupont".
    func title(_ words: String, _ link: String) -> String { household.map { "\(words) \(link) foyer \($0.name)" } ?? words }
}
