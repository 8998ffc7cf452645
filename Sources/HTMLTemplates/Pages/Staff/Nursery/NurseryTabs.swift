package import PortalCore

/// What the staff's pages of a nursery have in common: which page, and which nursery.
package struct NurseryPlace: Sendable {
    package enum Tab: CaseIterable, Sendable {
        case day, leaves, contracts, hours
    }

    package let frame: PortalFrame
    /// Those where the member works.
    package let nurseries: [Activity]
    package let nursery: Activity

    package init(frame: PortalFrame, nurseries: [Activity], nursery: Activity) {
        self.frame = frame
        self.nurseries = nurseries
        self.nursery = nursery
    }

    func link(_ tab: Tab, to nursery: Activity) -> Link {
        switch tab {
        // The roll call is one for everybody who comes, under contract or booked.
        case .day: frame.links.to(.rollCall(RollCallPlace(activity: nursery.code), search: nil))
        case .leaves: frame.links.to(NurseryDeskPage.leaves(nursery: nursery.code, day: nil))
        case .contracts: frame.links.to(NurseryDeskPage.contracts(nursery: nursery.code))
        case .hours: frame.links.to(NurseryDeskPage.hours(nursery: nursery.code, nil, nil))
        }
    }

    var crumbs: [Crumb] { [Crumb("Aujourd'hui", frame.links.to(.home as StaffPage))] }
}

/// The way between the pages of a nursery, and to other nurseries.
struct NurseryTabs: HTML {
    let place: NurseryPlace
    let current: NurseryPlace.Tab?

    var body: some HTML {
        nav(.class("tabs"), .ariaLabel("Petite enfance")) {
            ul {
                ForEach(NurseryPlace.Tab.allCases) { tab in
                    li {
                        a(.class("button secondary"), .href(place.link(tab, to: place.nursery)), .ariaCurrent(tab == current ? .page : nil)) {
                            tab.title
                        }
                    }
                }
            }
        }
        if place.nurseries.count > 1 {
            p(.class("hint")) {
                "Autres structures\u{A0}: "
                ForEach(place.nurseries.filter { $0.code != place.nursery.code }) { other in
                    a(.href(place.link(current ?? .day, to: other))) { other.place }
                    " "
                }
            }
        }
    }
}

extension NurseryPlace.Tab {
    fileprivate var title: String {
        switch self {
        case .day: "Pointage"
        case .leaves: "Congés et places libres"
        case .contracts: "Contrats"
        case .hours: "Heures du mois"
        }
    }
}

/// What the pages say where the member works at no nursery with regular care.
package struct NoNurseryPage: HTML {
    private let frame: PortalFrame

    package init(frame: PortalFrame) {
        self.frame = frame
    }

    package var body: some HTML {
        PageLayout(frame.around(.nursery), title: "Petite enfance", crumbs: [Crumb("Aujourd'hui", frame.links.to(.home as StaffPage))]) {
            EmptyState("Aucun accueil régulier", icon: .weeks) {
                p {
                    "L'accueil régulier se règle dans la définition du portail, sous «\u{A0}accueil régulier\u{A0}» d'une activité de petite enfance."
                }
            }
        }
    }
}
