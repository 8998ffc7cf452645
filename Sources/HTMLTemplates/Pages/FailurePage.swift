package import PortalCore

/// What went wrong, in words for the person who meets it.
package struct FailureExplanation: Hashable, Sendable {
    package let title: String
    package let message: String

    package init(title: String, message: String) {
        self.title = title
        self.message = message
    }
}

/// The page of a failure: what happened, where to go on, whom to call.
package struct FailurePage: HTML {
    private let explanation: FailureExplanation
    private let settings: PortalSettings?

    /// - Parameter settings: the portal's, nil outside any portal.
    package init(explanation: FailureExplanation, settings: PortalSettings?) {
        self.explanation = explanation
        self.settings = settings
    }

    package var body: some HTML {
        PageLayout(frame, title: explanation.title) {
            p(.class("lead")) { explanation.message }
            ButtonRow {
                if let settings {
                    LinkButton("Retour à l'accueil", to: PortalLinks(slug: settings.slug).to(.home as ParentPage), style: .primary, icon: .home)
                }
                LinkButton("Voir tous les portails", to: Link(SitePage.portals))
            }
        }
    }

    private var frame: PageFrame {
        guard let settings else { return .site }
        let links = PortalLinks(slug: settings.slug)
        let brand = Brand(name: settings.shortName, portalName: settings.portalName, home: links.to(.welcome), theme: links.to(.theme))
        return PageFrame(brand: brand, navigation: .none, account: nil, footer: PageFooter(contacts: settings.contacts, links: []))
    }
}

extension PageFrame {
    /// The frame of the pages outside any portal.
    package static let site = PageFrame(
        brand: Brand(
            name: "Portail famille",
            portalName: "Le portail ouvert des communes",
            home: Link(SitePage.portals),
            theme: Link(SitePage.themes)
        ),
        navigation: .none,
        account: nil,
        footer: PageFooter(contacts: [], links: [])
    )
}
