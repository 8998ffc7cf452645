package import PortalCore

/// What every page of a portal shows around its content.
package struct PortalFrame: Sendable {
    package let settings: PortalSettings
    package let links: PortalLinks
    package let reader: Reader
    /// The secret that this page's forms carry back (CSRF).
    package let token: FormToken
    /// What has just happened, said once.
    package let passing: PassingNotice?
    /// Whether the portal can be entered through FranceConnect.
    package let offersFranceConnect: Bool

    package init(settings: PortalSettings, reader: Reader, token: FormToken, passing: PassingNotice?, offersFranceConnect: Bool = false) {
        self.settings = settings
        links = PortalLinks(slug: settings.slug)
        self.reader = reader
        self.token = token
        self.passing = passing
        self.offersFranceConnect = offersFranceConnect
    }
}

/// Who reads a page.
package enum Reader: Hashable, Sendable {
    case visitor
    /// "Madame Dupont".
    case parent(salutation: String)
    /// The same before the town has recognised the family.
    case newcomer(salutation: String)
    case staff(name: String, role: StaffRole)
}

extension PortalFrame {
    /// The private space's home, above a parent's page.
    package var homeCrumb: Crumb { Crumb("Accueil", links.to(.home as ParentPage)) }

    /// The frame around a page of the given entry of the navigation.
    package func around(_ current: NavigationEntry? = nil) -> PageFrame {
        PageFrame(
            brand: brand,
            navigation: navigation(current),
            account: account,
            footer: PageFooter(contacts: settings.contacts, links: footerLinks),
            flash: passing.map { [$0.flash] } ?? []
        )
    }

    private var brand: Brand {
        Brand(name: settings.shortName, portalName: settings.portalName, home: home, theme: links.to(.theme))
    }

    private var home: Link {
        switch reader {
        case .visitor: links.to(.welcome)
        case .parent: links.to(.home as ParentPage)
        case .newcomer: links.to(.recognition)
        case .staff: links.to(.home as StaffPage)
        }
    }

    private var account: SignedInAccount? {
        switch reader {
        case .visitor: nil
        case .parent(let salutation), .newcomer(let salutation):
            SignedInAccount(name: salutation, link: links.to(.overview), signOut: links.to(.signOut as PublicPage), token: token)
        case .staff(let name, let role):
            SignedInAccount(
                name: "\(name), \(role.french)",
                link: links.to(.secondFactor as StaffPage),
                signOut: links.to(.signOut as StaffPage),
                token: token
            )
        }
    }

    private func navigation(_ current: NavigationEntry?) -> Navigation {
        func items(_ entries: [NavigationEntry]) -> [NavigationItem] {
            entries.map { entry in NavigationItem(entry.title, icon: entry.icon, link: entry.link(links), isCurrent: entry == current) }
        }
        switch reader {
        case .visitor: return .none
        case .newcomer: return .top(items([.recognition]))
        case .parent: return .top(items([.home, .planning, .family, .requests, .messages]))
        case .staff(_, let role):
            let groups = DeskSection.allCases.map { NavigationGroup($0.title, items($0.entries.filter { $0.right.map(role.has) ?? true })) }
            return .desk(groups.filter { !$0.items.isEmpty })
        }
    }

    private var footerLinks: [FooterLink] {
        var list = [FooterLink("Tous les portails", Link(SitePage.portals))]
        if let site = settings.website.flatMap(Link.init(website:)) { list.append(FooterLink("Site de la collectivité", site)) }
        if case .visitor = reader { list.append(FooterLink("Espace des agents", links.to(.signIn as StaffPage))) }
        return list
    }
}
