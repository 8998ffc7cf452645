import PortalCore

/// A state alone, as the legend shows it.
struct PlanningMark: HTML {
    let state: PlanningState

    var body: some HTML {
        span(.class("\(PlanningMark.boxClass(state))")) {
            IconView(PlanningMark.icon(state))
            i { PlanningMark.words(state) }
        }
    }
}

extension PlanningMark {
    /// The word of a state.
    static func words(_ state: PlanningState) -> String {
        switch state {
        case .free(placesLeft: nil): "libre"
        case .free(placesLeft: .some(let places)): places == 1 ? "1\u{A0}place" : "\(places)\u{A0}places"
        case .booked(asAbsence: true): "réservé, délai passé"
        case .booked, .locked(booked: true), .withheld(_, booked: true): "réservé"
        case .withheld(let refusal, booked: false): withheldWords(refusal)
        case .full, .overbookable: "complet"
        case .fullWithLine: "complet\u{A0}: liste d'attente"
        case .waiting(let rank): "en attente, \(rank == 1 ? "1re" : "\(rank)e")"
        case .offered: "place proposée"
        case .askable: "sur demande"
        case .asked: "demandé"
        case .locked(booked: false): "délai dépassé"
        case .late(surcharge: .zero): "hors délai"
        case .late(let surcharge): "hors délai +\u{A0}\(surcharge.french)"
        case .absent: "absence"
        case .notYetOpen(let opening): "ouvre \(opening.frenchShort)"
        case .excused: "excusé"
        case .present: "présent"
        case .unbooked: "présent sans réservation"
        case .closed(let reason): reason
        }
    }

    /// Why a day is not for this adult, in as few words as fit a cell.
    private static func withheldWords(_ refusal: BookingRefusal) -> String {
        switch refusal {
        case .mayNotBook: "consultation"
        case .lockedForInvoicing: "clos"
        case .blocked(let obstacle): obstacle.brief
        default: "autre foyer"
        }
    }

    /// The classes of a state: `b` was booked when the page was made, `on` is booked for good.
    static func boxClass(_ state: PlanningState) -> StaticString {
        switch state {
        case .free(placesLeft: nil): "u"
        case .free: "u few"
        case .booked(asAbsence: false): "u b"
        case .booked(asAbsence: true): "u b gone"
        case .full, .fullWithLine, .overbookable: "u full"
        case .waiting, .asked: "u b late wait"
        case .offered: "u few"
        case .askable: "u late ask"
        case .locked(booked: true), .withheld(_, booked: true): "u on"
        case .locked(booked: false), .withheld(_, booked: false), .notYetOpen, .closed: "u"
        case .late: "u late"
        case .absent, .excused: "u gone"
        case .present, .unbooked: "u on"
        }
    }

    /// What keeps a box from being ticked.
    static func icon(_ state: PlanningState) -> Icon {
        switch state {
        case .free, .booked: .check
        case .full, .fullWithLine, .overbookable: .full
        case .waiting, .asked, .askable: .clock
        case .offered: .check
        case .locked, .withheld: .lock
        case .late, .notYetOpen: .clock
        case .absent, .excused: .absent
        case .present, .unbooked: .check
        case .closed: .cross
        }
    }

    /// What ticking adds to the family's charges, or unticking takes away: after the limit, no more than the town lets go.
    static func difference(_ cell: PlanningCell) -> Cents {
        switch cell.state {
        case .late(let surcharge): cell.unit.price + surcharge
        case .booked(asAbsence: true): cell.lateCredit
        case .fullWithLine, .waiting, .askable, .asked: .zero
        default: cell.unit.price
        }
    }
}
