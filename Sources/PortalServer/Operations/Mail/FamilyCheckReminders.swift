import HTMLTemplates
import PortalCore

/// Reminds families, in the background, to check their file on the days that the town has set. Several servers of one portal write one mail.
struct FamilyCheckReminders: Sendable {
    private let portals: [Portal]
    /// Where the site is reached from outside: "https://famille.example.fr".
    private let publicAddress: String

    init(_ portals: [Portal], publicAddress: String) {
        self.portals = portals
        self.publicAddress = publicAddress
    }

    /// Looks every few minutes, until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            await remindDue()
            try? await Task.sleep(for: .seconds(300))
        }
    }

    /// Writes what is due now.
    func remindDue() async {
        for portal in portals where !Task.isCancelled {
            do {
                guard let settings = try portal.database.read({ try PortalCatalogueStore($0).load() })?.settings else { continue }
                let (address, slug) = (publicAddress, portal.slug)
                _ = try await FamilyCheckDesk(portal, settings).remindDue { household in
                    address + FamilyFilePage.review(household).address.text(portal: slug)
                }
            } catch {
                Terminal.complain("Rappels de vérification de \(portal.slug) : \(error)")
            }
        }
    }
}
