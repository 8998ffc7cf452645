import HTMLTemplates
import PortalCore

/// Something that is done for every portal again and again in the background. Several servers of one portal may do it at once: whoever comes
/// second finds nothing left to do.
struct PortalRound: Sendable {
    /// What is complained of when it fails: "Rappels d'absences".
    let name: String
    let pause: Duration
    let work: @Sendable (PortalSite, PortalCatalogue) async throws -> Void

    static let all = [waitingLines, certificateReminders, familyCheckReminders]

    /// Goes through the portals again and again, until the task is cancelled.
    func run(over sites: [PortalSite]) async {
        while !Task.isCancelled {
            for site in sites where !Task.isCancelled { await visit(site) }
            try? await Task.sleep(for: pause)
        }
    }

    private func visit(_ site: PortalSite) async {
        // A portal may be there before its definition.
        guard let catalogue = try? site.catalogue() else { return }
        do {
            try await work(site, catalogue)
        } catch {
            Terminal.complain("\(name) de \(site.portal.slug) : \(error)")
        }
    }
}

extension PortalRound {
    /// Keeps the lines of full days moving: offers that run out go to the next, places that were freed elsewhere are offered.
    static let waitingLines = PortalRound(name: "Listes d'attente", pause: .seconds(10)) { site, catalogue in
        try await WaitingListService(site.portal, catalogue, page: site.waitingPage).settleDue()
    }

    /// Reminds parents of the certificates that are due soon.
    static let certificateReminders = PortalRound(name: "Rappels d'absences", pause: .seconds(300)) { site, catalogue in
        _ = try await AbsenceService(site.portal, catalogue, hasAntivirus: site.hasAntivirus).remind { absence in
            site.absoluteAddress(of: ParentPage.absences(.absence(absence)))
        }
    }

    /// Reminds families to check their file on the days that the town has set.
    static let familyCheckReminders = PortalRound(name: "Rappels de vérification", pause: .seconds(300)) { site, catalogue in
        _ = try await FamilyCheckDesk(site.portal, catalogue.settings).remindDue { household in
            site.absoluteAddress(of: FamilyFilePage.review(household))
        }
    }
}
