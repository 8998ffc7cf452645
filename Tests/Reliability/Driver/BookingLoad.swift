import PortalCore

/// Families that add and cancel days all at once, each on its own children.
struct BookingLoad: Sendable {
    private let portal: Portal
    private let service: BookingService
    private let slots: [Slot]

    /// How many families act at once.
    private static let families = 16

    init(_ portal: Portal, _ slots: [Slot]) throws {
        self.portal = portal
        self.slots = slots
        guard let catalogue = try portal.database.read({ try PortalCatalogueStore($0).load() }) else { throw DatabaseError.other("no definition") }
        service = BookingService(portal, catalogue)
    }

    func run(seconds: Double) async {
        let end = Driver.microseconds() + Int(seconds * 1_000_000)
        await withTaskGroup(of: Void.self) { group in
            for family in 0..<BookingLoad.families {
                let own = slots.filter { Int($0.booking.child.rawValue) % BookingLoad.families == family }
                if !own.isEmpty { group.addTask { await book(own, until: end) } }
            }
        }
    }

    private func book(_ own: [Slot], until end: Int) async {
        var booked: Set<BookingSlot> = []
        while Driver.microseconds() < end {
            guard let slot = own.randomElement() else { return }
            let kind: BookingChange.Kind = booked.contains(slot.booking) ? .cancel : .add
            let key = RandomToken(bytes: 16, from: SystemRandom()).text
            let isBooked = await confirm(Confirmation(key: key, account: slot.account, change: BookingChange(kind, slot.booking)))
            guard let isBooked else { continue }
            if isBooked { booked.insert(slot.booking) } else { booked.remove(slot.booking) }
        }
    }

    /// Sends a confirmation; says before that it does, and afterwards what it was answered.
    ///
    /// - Returns: whether the slot is booked now; nil when nothing is known.
    @discardableResult
    func confirm(_ confirmation: Confirmation) async -> Bool? {
        guard let key = IdempotencyKey(confirmation.key) else { return nil }
        let name = "\(confirmation.key) \(confirmation.account.rawValue) \(confirmation.change.text)"
        do {
            guard let access = try portal.database.read({ try HouseholdAccess(account: confirmation.account, in: $0) }) else { return nil }
            Driver.say("try \(name)")
            let request = try await service.confirm([confirmation.change], key: key, by: access)
            let isBooked = request.lines.first.flatMap { confirmation.change.leavesBooked($0.outcome) }
            Driver.say("ack \(name) \(isBooked.map { $0 ? "1" : "0" } ?? "same")")
            return isBooked
        } catch DatabaseError.full {
            Driver.say("full \(name)")
        } catch {
            Driver.say("no \(name) \(error)")
        }
        return nil
    }
}

extension BookingChange {
    /// Whether its slot is booked once it had this outcome; nil when that is as it was before.
    fileprivate func leavesBooked(_ outcome: BookingOutcome) -> Bool? {
        switch outcome {
        case .accepted, .acceptedAlong, .acceptedLate, .alreadySo: kind == .add
        case .recordedAsAbsence: true
        case .refused: nil
        }
    }
}
