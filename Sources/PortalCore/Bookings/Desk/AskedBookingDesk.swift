/// What families have asked of the staff after the limit, for the staff to answer.
package struct AskedBookingDesk: Sendable {
    private let portal: Portal
    private let catalogue: PortalCatalogue
    private let page: String?

    /// - Parameter page: the address of the page where families follow what they wait for, for the mails.
    package init(_ portal: Portal, _ catalogue: PortalCatalogue, page: String? = nil) {
        self.portal = portal
        self.catalogue = catalogue
        self.page = page
    }

    /// What waits for an answer, the nearest day first.
    package func waiting() throws -> [AskedBooking] {
        let today = portal.clock.today
        return try portal.database.read { transaction in
            let places = try AwaitedPlaceStore(transaction).places(from: today, through: today.adding(days: 400)).filter { $0.state == .asked }
            let names = try AwaitedNames(places, in: transaction)
            let room = try WaitingListRoom(Set(places.map(\.day)), in: transaction, catalogue)
            return places.sorted { ($0.slot.date, $0.joinedAt, $0.slot.child) < ($1.slot.date, $1.joinedAt, $1.slot.child) }.map { place in
                AskedBooking(
                    entry: WaitingListEntry(place, rank: nil, names, in: catalogue),
                    activityName: catalogue.activity(place.activity)?.name ?? "",
                    price: catalogue.price(of: place.slot),
                    isFull: !room.isFree(for: place)
                )
            }
        }
    }

    /// Books what was asked, on the staff's terms.
    ///
    /// - Throws: `FieldErrors`; `BookingRefusal` with what keeps it from being booked; `WaitingListRefusal.unknown` when it does not wait any more.
    package func accept(_ slot: BookingSlot, on terms: DeskTerms, reason: String, by member: StaffMember) async throws {
        try await settle(slot, by: member) { place, transaction, catalogue, now in
            let change = BookingChange(.add, slot)
            guard
                var facts = try BookingFacts(of: place.household, catalogue, terms, from: slot.date, through: slot.date, in: transaction, at: now)
            else { throw WaitingListRefusal.unknown }
            facts = facts.ignoringAwaited([slot])
            if case .refuse(let refusal) = facts.ruling(on: change) { throw refusal }
            let lines = try BookingWriter(transaction).apply([change], to: &facts)
            guard lines.contains(where: \.outcome.isAccepted) else { throw WaitingListRefusal.unknown }
            let outcome: BookingOutcome = terms.surcharge == .zero ? .accepted : .acceptedLate
            try RequestStore(transaction).answer(place, outcome, surcharge: terms.surcharge)
            return .accepted(surcharge: terms.surcharge, reason)
        }
    }

    /// Refuses what was asked, with the reason that the family reads.
    ///
    /// - Throws: `FieldErrors` without a reason; `WaitingListRefusal.unknown` when it does not wait any more.
    package func refuse(_ slot: BookingSlot, reason: String, by member: StaffMember) async throws {
        var errors = FieldErrors()
        let text = errors.text(reason, WaitingListField.reason, longest: 300, missing: "Dites pourquoi, pour la famille.")
        guard let text, errors.isEmpty else { throw errors }
        try await settle(slot, by: member) { place, transaction, _, _ in
            try RequestStore(transaction).answer(place, .refused("Refusé par le service\u{A0}: \(text)"), surcharge: .zero)
            return .refused(text)
        }
    }

    private func settle(
        _ slot: BookingSlot,
        by member: StaffMember,
        _ body: @escaping @Sendable (AwaitedPlace, any Transaction, PortalCatalogue, Instant) throws -> WaitingListNews
    ) async throws {
        let (catalogue, clock, page) = (catalogue, portal.clock, page)
        try await portal.database.write { transaction in
            try transaction.lock([.booking, .alone("child:\(slot.child.rawValue)")])
            let catalogue = try PortalCatalogueStore(transaction).current(catalogue)
            let store = AwaitedPlaceStore(transaction)
            guard let place = try store.place(slot), place.state == .asked else { throw WaitingListRefusal.unknown }
            let days = try WaitingListDays([place.day], in: transaction)
            try store.delete(slot)
            let news = try body(place, transaction, catalogue, clock.now)
            var letters = WaitingListLetters(catalogue, at: clock.now, page: page, by: .staff(member.id))
            letters.add(place, news)
            try letters.send(in: transaction)
            withExtendedLifetime(days) {}
        }
    }
}

/// A booking that a family asks of the staff.
package struct AskedBooking: Hashable, Sendable {
    package let entry: WaitingListEntry
    package let activityName: String
    package let price: Cents
    /// No place is left that day.
    package let isFull: Bool

    package var slot: BookingSlot { entry.slot }
}
