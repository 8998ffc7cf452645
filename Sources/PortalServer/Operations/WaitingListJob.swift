import PortalCore

/// Keeps the lines of full days moving in the background: offers that run out go to the next, places that were freed elsewhere are offered.
struct WaitingListJob: Sendable {
    private let sites: [PortalSite]

    init(_ sites: [PortalSite]) {
        self.sites = sites
    }

    /// Looks at every portal again and again, until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            await settle()
            try? await Task.sleep(for: .seconds(10))
        }
    }

    /// Settles what is due now.
    func settle() async {
        for site in sites where !Task.isCancelled {
            do {
                guard let catalogue = try? site.catalogue() else { continue }
                try await WaitingListService(site.portal, catalogue, page: site.waitingPage).settleDue()
            } catch {
                Terminal.complain("Listes d'attente de \(site.portal.slug) : \(error)")
            }
        }
    }
}
