package import PortalCore

/// The front page: the towns whose portals are served here.
package struct PortalListPage: HTML {
    private let towns: [PortalSettings]
    private let isDemo: Bool

    /// - Parameter towns: by name.
    package init(towns: [PortalSettings], isDemo: Bool) {
        self.towns = towns
        self.isDemo = isDemo
    }

    package var body: some HTML {
        PageLayout(.site, title: "Choisissez votre collectivité", introduction: introduction) {
            if towns.isEmpty {
                EmptyState("Aucun portail n'est installé", icon: .home) {
                    p {
                        "Importez une définition avec "
                        code { "PortalServer portal import FICHIER" }
                        "."
                    }
                }
            }
            ul(.class("towns")) { ForEach(towns) { town in li { TownCard(town: town) } } }
        }
    }

    private var introduction: String {
        isDemo
            ? "Cinq portails de démonstration\u{A0}: les familles, les enfants et les réservations y sont inventés."
            : "Cantine, périscolaire, mercredis, vacances\u{A0}: réservez et suivez tout au même endroit."
    }
}

private struct TownCard: HTML {
    let town: PortalSettings

    var body: some HTML {
        a(.class("town town-\(town.slug)"), .href(PortalLinks(slug: town.slug).to(.welcome))) {
            span(.class("town-name")) {
                span(.class("letter"), .ariaHidden()) { town.shortName.prefix(1).uppercased() }
                strong { town.name }
            }
            " "
            span(.class("town-portal")) { town.portalName }
            " "
            span(.class("town-tagline")) { town.tagline }
            ForEach(town.contacts.prefix(1)) { contact in
                " "
                span(.class("hint")) { [contact.phone, contact.hours].compactMap(\.self).joined(separator: " · ") }
            }
        }
    }
}
