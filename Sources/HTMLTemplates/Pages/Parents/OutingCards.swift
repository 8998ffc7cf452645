import PortalCore

/// The outings to come that the family's children may join; nothing where there is none.
struct OutingCards: HTML {
    let invitations: [OutingInvitation]
    let links: PortalLinks

    var body: some HTML {
        if !invitations.isEmpty {
            Card("Sorties à venir", icon: .place, id: "sorties") {
                ul(.class("list")) { ForEach(invitations) { invitation in OutingLine(invitation: invitation, links: links) } }
            }
        }
    }
}

private struct OutingLine: HTML {
    let invitation: OutingInvitation
    let links: PortalLinks

    var body: some HTML {
        li {
            h3 { title }
            TownText(TextBlock.blocks(of: invitation.activity.description))
            DefinitionList([
                Definition("Rendez-vous", invitation.plan.meeting),
                Definition("Prix", prices),
            ])
            ul(.class("lines")) {
                ForEach(invitation.guests) { guest in
                    li {
                        div(.class("what")) { strong { guest.child.firstName } }
                        div(.class("end")) { guest.state.tag }
                    }
                }
            }
            ForEach(obstacles) { obstacle in p(.class("hint")) { ObstacleSentence(obstacle: obstacle, links: links) } }
            ButtonRow { LinkButton(action, to: planning, icon: .calendar, about: title) }
        }
    }

    private var title: String { "\(invitation.activity.name), \(invitation.date.french)" }

    /// What keeps some of the children from coming.
    private var obstacles: [BookingObstacle] {
        invitation.guests.reduce(into: []) { obstacles, guest in
            if case .withheld(.blocked(let obstacle), booked: false) = guest.state, !obstacles.contains(obstacle) { obstacles.append(obstacle) }
        }
    }

    /// "12,50 €", or each unit's where there are several.
    private var prices: String {
        let units = invitation.activity.units
        return units.count == 1 ? units[0].price.french : units.map { "\($0.name)\u{A0}: \($0.price.french)" }.joined(separator: "\u{A0}; ")
    }

    private var action: String { invitation.guests.contains(where: \.state.mayChange) ? "Réserver ou annuler" : "Voir dans le planning" }

    private var planning: Link { links.to(.planning(Month(containing: invitation.date), activity: invitation.activity.id)) }
}

extension PlanningState {
    /// Whether the child comes, or what the family can do about it.
    fileprivate var tag: StateTag {
        switch self {
        case .booked, .locked(booked: true), .withheld(_, booked: true), .present: StateTag("Réservé", tone: .success, icon: .check)
        case .free(placesLeft: nil): StateTag("À réserver", tone: .neutral)
        case .free, .late, .askable, .offered: StateTag(PlanningMark.words(self).capitalizedFirst, tone: .accent)
        case .full, .fullWithLine, .overbookable: StateTag(PlanningMark.words(self).capitalizedFirst, tone: .warning, icon: .full)
        default: StateTag(PlanningMark.words(self).capitalizedFirst, tone: .neutral)
        }
    }
}
