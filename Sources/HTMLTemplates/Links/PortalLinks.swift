/// Links inside one portal.
package struct PortalLinks: Hashable, Sendable {
    /// The portal's name in addresses: "bondoufle".
    package let slug: String

    package init(slug: String) {
        self.slug = slug
    }

    package func to(_ page: PublicPage) -> Link { link(page) }
    package func to(_ page: ParentPage) -> Link { link(page) }
    package func to(_ page: AccountPage) -> Link { link(page) }
    package func to(_ page: AccountDeskPage) -> Link { link(page) }
    package func to(_ page: AbsencePage) -> Link { link(page) }
    package func to(_ page: AttendanceDeskPage) -> Link { link(page) }
    package func to(_ page: DocumentPage) -> Link { link(page) }
    package func to(_ page: ArrearsDeskPage) -> Link { link(page) }
    package func to(_ page: DocumentDeskPage) -> Link { link(page) }
    package func to(_ page: FamilyCheckDeskPage) -> Link { link(page) }
    package func to(_ page: SchoolingDeskPage) -> Link { link(page) }
    package func to(_ page: StaffPage) -> Link { link(page) }
    package func to(_ page: NurseryPage) -> Link { link(page) }
    package func to(_ page: NurseryDeskPage) -> Link { link(page) }

    package func to(_ page: FamilyFilePage) -> Link { link(page) }
    package func to(_ page: HouseholdDeskPage) -> Link { link(page) }
    package func to(_ page: RuleDeskPage) -> Link { link(page) }
    package func to(_ page: ActivityDeskPage) -> Link { link(page) }
    package func to(_ page: KeyCampaignPage) -> Link { link(page) }
    package func to(_ page: BookingDeskPage) -> Link { link(page) }

    /// A page of this portal by the whole address that a mail has; nil for any other address.
    func page(at address: String) -> Link? {
        guard let scheme = ["https://", "http://"].first(where: address.hasPrefix), let path = address.dropFirst(scheme.count).firstIndex(of: "/"),
            address[path...].hasPrefix("/\(slug)/")
        else { return nil }
        return Link(Target(address: String(address[path...])))
    }

    private func link(_ page: some PortalPage) -> Link { Link(Target(address: page.address.text(portal: slug))) }

    private struct Target: LinkTarget {
        let address: String
    }
}
