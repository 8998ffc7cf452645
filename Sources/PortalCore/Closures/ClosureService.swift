/// The closures that the staff declare for one occasion: what they touch is seen first, and they can be taken back while nothing has happened.
package struct ClosureService: Sendable {
    let portal: Portal
    let catalogue: PortalCatalogue
    /// The address of the page where families follow their bookings, for the mails.
    let page: String?

    package init(_ portal: Portal, _ catalogue: PortalCatalogue, page: String? = nil) {
        self.portal = portal
        self.catalogue = catalogue
        self.page = page
    }

    /// What was ever declared, the latest days first.
    package func closures(limit: Int = 100) throws -> [DeclaredClosure] { try portal.database.read { try ClosureStore($0).all(limit: limit) } }

    /// One of them with what it has cancelled; nil when it does not exist.
    package func closure(_ id: Identifier<DeclaredClosure>) throws -> (closure: DeclaredClosure, cancelled: [ClosureBooking])? {
        try portal.database.read { transaction in
            try ClosureStore(transaction).closure(id).map { ($0, try ClosureBookingStore(transaction).cancelled(by: id)) }
        }
    }

    /// What an order would touch if it were declared now. Writes nothing.
    package func impact(of order: ClosureOrder) throws -> ClosureImpact {
        try portal.database.read { try ClosureImpact(of: order.scope, over: order.days, catalogue, in: $0) }
    }

    /// The closures of the town's definition, from today on, on whose days bookings are left: an import closes days and cancels nothing.
    package func unsettled() throws -> [(closure: TownClosure, bookings: Int, families: Int)] {
        let today = portal.clock.today
        return try portal.database.read { transaction in
            try catalogue.closures.filter { $0.lastDay >= today }.compactMap { closure in
                let scope = closure.isWhole ? ClosureScope.whole : ClosureScope(activities: Set(closure.activities))
                let impact = try ClosureImpact(of: scope, over: max(closure.firstDay, today)...closure.lastDay, catalogue, in: transaction)
                // A day on which an activity opens all the same is not closed.
                let left = impact.bookings.filter { booking in
                    guard let activity = catalogue.unit(booking.booking.slot.unit)?.activity else { return false }
                    return OpeningDays(of: activity, in: catalogue.calendar).closedReason(on: booking.booking.slot.date) != nil
                }
                return left.isEmpty ? nil : (closure, left.count, Set(left.map(\.booking.household)).count)
            }
        }
    }
}

/// Why a closure is not declared, or not taken back.
package enum ClosureRefusal: Error, Hashable, Sendable {
    case unknown
    /// Bookings came or went since the staff looked: so many are touched now.
    case changed(now: Int)
    /// A day is locked for invoicing.
    case locked
    /// The first day is over, or children were called on one of the days.
    case begun

    package var french: String {
        switch self {
        case .unknown: "Cette fermeture n'existe pas, ou a déjà été annulée."
        case .changed(let now): "Des réservations ont changé entre-temps\u{A0}: \(now) sont concernées maintenant. Vérifiez, puis confirmez."
        case .locked: "Un de ces jours est verrouillé pour la facturation\u{A0}: plus rien ne peut y être changé."
        case .begun: "La fermeture a déjà commencé, ou des enfants ont été pointés ces jours-là\u{A0}: elle ne peut plus être annulée."
        }
    }
}

extension AuditAct {
    /// Subject of these: the closure; the detail says the days and how many bookings.
    static let closureDeclared = AuditAct(rawValue: "closure.declared")
    static let closureUndone = AuditAct(rawValue: "closure.undone")
    /// Subject of these: the child; the detail names the closure and the bookings.
    static let bookingsClosed = AuditAct(rawValue: "closure.bookingsCancelled")
    static let bookingsReopened = AuditAct(rawValue: "closure.bookingsGivenBack")
}
