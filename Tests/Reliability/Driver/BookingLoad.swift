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
            guard let first = own.randomElement() else { return }
            let key = RandomToken(bytes: 16, from: SystemRandom()).text
            let changes = BookingLoad.slots(around: first, in: own).map { BookingChange(booked.contains($0) ? .cancel : .add, $0) }
            for (slot, isBooked) in await confirm(Confirmation(key: key, account: first.account, changes: changes)) {
                if isBooked { booked.insert(slot) } else { booked.remove(slot) }
            }
        }
    }

    /// One day, as often as several days and children of the same family: then what is added and what is cancelled goes in one request.
    private static func slots(around first: Slot, in own: [Slot]) -> Set<BookingSlot> {
        var slots: Set<BookingSlot> = [first.booking]
        guard Bool.random() else { return slots }
        let others = own.filter { $0.account == first.account }
        for _ in 0..<Int.random(in: 1...7) { if let slot = others.randomElement() { slots.insert(slot.booking) } }
        return slots
    }

    /// Sends a confirmation; says before that it does, and afterwards what it was answered.
    ///
    /// - Returns: for each slot of which it is known, whether it is booked now.
    @discardableResult
    func confirm(_ confirmation: Confirmation) async -> [BookingSlot: Bool] {
        guard let key = IdempotencyKey(confirmation.key) else { return [:] }
        let name = "\(confirmation.key) \(confirmation.account.rawValue) \(confirmation.changes.map(\.text).joined(separator: "+"))"
        do {
            guard let access = try portal.database.read({ try HouseholdAccess(account: confirmation.account, in: $0) }) else { return [:] }
            Driver.say("try \(name)")
            let request = try await service.confirm(confirmation.changes, key: key, by: access)
            var known: [BookingSlot: Bool] = [:]
            for line in request.lines { known[line.change.slot] = line.change.leavesBooked(line.outcome) }
            let states = confirmation.changes.map { known[$0.slot].map { $0 ? "1" : "0" } ?? "same" }
            Driver.say("ack \(name) \(states.joined(separator: "+"))")
            return known
        } catch DatabaseError.full {
            Driver.say("full \(name)")
        } catch {
            Driver.say("no \(name) \(error)")
        }
        return [:]
    }
}

extension BookingChange {
    /// Whether its slot is booked once it had this outcome; nil when that is as it was before.
    fileprivate func leavesBooked(_ outcome: BookingOutcome) -> Bool? {
        switch outcome {
        case .accepted, .acceptedAlong, .acceptedLate: kind == .add
        // A family that already has the day, or already waits for it, asks for nothing new.
        case .alreadySo: kind == .add ? nil : false
        case .recordedAsAbsence: true
        case .left: false
        case .refused, .waiting, .asked: nil
        }
    }
}
