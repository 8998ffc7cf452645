package import PortalCore

/// What surrounds every page: whose portal it is, where one can go, who is signed in.
package struct PageFrame: Hashable, Sendable {
    package let brand: Brand
    package let navigation: Navigation
    package let account: SignedInAccount?
    package let footer: PageFooter
    /// What the last act has done.
    package var flash: [Flash]

    package init(brand: Brand, navigation: Navigation, account: SignedInAccount?, footer: PageFooter, flash: [Flash] = []) {
        self.brand = brand
        self.navigation = navigation
        self.account = account
        self.footer = footer
        self.flash = flash
    }
}

/// Whose portal it is.
package struct Brand: Hashable, Sendable {
    /// "Bondoufle".
    package let name: String
    /// "Espace Citoyens Familles".
    package let portalName: String
    package let home: Link
    /// The stylesheet with the town's colours; nil outside any portal.
    package let theme: Link?

    package init(name: String, portalName: String, home: Link, theme: Link?) {
        self.name = name
        self.portalName = portalName
        self.home = home
        self.theme = theme
    }
}

/// How one goes from page to page.
package enum Navigation: Hashable, Sendable {
    /// A few pages, across the top.
    case top([NavigationItem])
    /// Many pages by the kind of work, at the side: the staff's.
    case desk([NavigationGroup])

    package static let none = Navigation.top([])
}

/// The pages of one kind of work.
package struct NavigationGroup: Hashable, Sendable {
    package let title: String
    package let items: [NavigationItem]

    package init(_ title: String, _ items: [NavigationItem]) {
        self.title = title
        self.items = items
    }
}

/// A page of the main navigation.
package struct NavigationItem: Hashable, Sendable {
    package let title: String
    package let icon: Icon
    package let link: Link
    package let isCurrent: Bool

    package init(_ title: String, icon: Icon, link: Link, isCurrent: Bool = false) {
        self.title = title
        self.icon = icon
        self.link = link
        self.isCurrent = isCurrent
    }
}

/// Who is signed in, and how to leave.
package struct SignedInAccount: Hashable, Sendable {
    /// "Madame Dupont".
    package let name: String
    /// The account's own page; nil where there is none.
    package let link: Link?
    package let signOut: Link
    package let token: FormToken

    package init(name: String, link: Link? = nil, signOut: Link, token: FormToken) {
        self.name = name
        self.link = link
        self.signOut = signOut
        self.token = token
    }
}

/// How to reach the town, and the pages that are not worth a place in the navigation.
package struct PageFooter: Hashable, Sendable {
    package let contacts: [PortalContact]
    package let links: [FooterLink]

    package init(contacts: [PortalContact], links: [FooterLink]) {
        self.contacts = contacts
        self.links = links
    }
}

package struct FooterLink: Hashable, Sendable {
    package let title: String
    package let link: Link

    package init(_ title: String, _ link: Link) {
        self.title = title
        self.link = link
    }
}
