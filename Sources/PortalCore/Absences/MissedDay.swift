/// What a child misses on a day: something that is booked, or its care at a nursery.
package enum MissedDay: Hashable, Sendable {
    case booking(Booking)
    case care(MissedCare)

    package var child: Identifier<Child> {
        switch self {
        case .booking(let booking): booking.slot.child
        case .care(let care): care.contract.child.id
        }
    }

    package var date: CivilDate {
        switch self {
        case .booking(let booking): booking.slot.date
        case .care(let care): care.date
        }
    }

    /// The household that owes it.
    var household: Identifier<Household> {
        switch self {
        case .booking(let booking): booking.household
        case .care(let care): care.contract.household
        }
    }

    /// The booking that it is; nil for care under a contract.
    var booking: Booking? {
        if case .booking(let booking) = self { booking } else { nil }
    }

    /// What a booking costs; nothing for a contract's hours, which are counted and not priced.
    var price: Cents { booking.map { $0.price + $0.surcharge } ?? .zero }
}

/// The hours of a care contract on a day.
package struct MissedCare: Hashable, Sendable {
    package let contract: CareContract
    package let date: CivilDate
    package let span: CareSpan

    var slot: CareSlot { CareSlot(contract: contract.id, date: date) }

    package var minutes: Int { span.minutes(on: date) }
}

/// A day of a care contract: what a booked unit's slot is to a booking.
package struct CareSlot: Hashable, Sendable {
    package let contract: Identifier<CareContract>
    package let date: CivilDate

    package init(contract: Identifier<CareContract>, date: CivilDate) {
        self.contract = contract
        self.date = date
    }
}

extension AbsencePrice {
    /// The same for a contract's hours, which are charged or taken off, never in part.
    var ofHours: AbsencePrice { isNothing ? .nothing : .whole }
}

extension AbsenceCharge {
    var ofHours: AbsenceCharge {
        switch self {
        case .free: .free
        case .unlessJustified(let price): .unlessJustified(price.ofHours)
        case .always(let price): .always(price.ofHours)
        }
    }
}
