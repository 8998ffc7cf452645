import PortalCore

/// The town's services and the other links, at the bottom of every page.
struct PageFooterView: HTML {
    let footer: PageFooter
    let brand: Brand

    var body: some HTML {
        HTMLTemplates.footer(.class("foot")) {
            div(.class("wrap")) {
                if !footer.contacts.isEmpty {
                    section {
                        h2 { "Besoin d'aide\u{A0}?" }
                        div(.class("contacts")) { ForEach(footer.contacts) { contact in ContactCard(contact) } }
                    }
                }
                div(.class("foot-links")) {
                    p {
                        strong { brand.name }
                        " · \(brand.portalName)"
                    }
                    if !footer.links.isEmpty {
                        ul { ForEach(footer.links) { item in li { a(.href(item.link)) { item.title } } } }
                    }
                }
            }
        }
    }
}

/// A service of the town, with every way to reach it.
struct ContactCard: HTML {
    private let contact: PortalContact

    init(_ contact: PortalContact) {
        self.contact = contact
    }

    var body: some HTML {
        address(.class("contact")) {
            strong { contact.name }
            if let phone = contact.phone {
                a(.href(Link(telephone: phone))) {
                    IconView(.phone)
                    phone
                }
            }
            if let email = contact.email {
                a(.href(Link(mailto: email))) {
                    IconView(.mail)
                    email
                }
            }
            if let place = contact.address {
                span {
                    IconView(.place)
                    place
                }
            }
            if let hours = contact.hours {
                span {
                    IconView(.clock)
                    hours
                }
            }
        }
    }
}
