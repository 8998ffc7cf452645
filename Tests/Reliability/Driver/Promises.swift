import PortalCore

/// What the program that ends the driver knows from the lines that reached it: it must be so.
struct Promises {
    private var keys: [(key: String, account: Identifier<Account>)] = []
    private var slots: [(slot: BookingSlot, isBooked: Bool)] = []
    /// Sent before the end, and never answered.
    private(set) var again: [Confirmation] = []

    init(lines: [String]) {
        for line in lines {
            let words = line.split(separator: " ")
            switch (words.first, words.count) {
            case ("kept", 3):
                if let account = Int64(words[2]) { keys.append((String(words[1]), Identifier(account))) }
            case ("slot", 3):
                if let slot = BookingSlot(text: words[1]) { slots.append((slot, words[2] == "1")) }
            case ("again", 4):
                if let account = Int64(words[2]), let changes = Confirmation.changes(text: words[3]) {
                    again.append(Confirmation(key: String(words[1]), account: Identifier(account), changes: changes))
                }
            default:
                break
            }
        }
    }

    /// Says what is not as promised, then how much was checked.
    func check(in portal: Portal) throws {
        try portal.database.read { transaction in
            let store = DriverStore(transaction)
            for (key, account) in keys where try !store.hasRequest(key, of: account) { Driver.say("lost request \(key)") }
            for (slot, isBooked) in slots where try store.isBooked(slot) != isBooked { Driver.say("lost slot \(slot.text), promised \(isBooked)") }
            let (oversold, miscounted) = (try store.oversold(), try store.miscounted())
            if oversold > 0 { Driver.say("oversold \(oversold)") }
            if miscounted > 0 { Driver.say("miscounted \(miscounted)") }
            let faults = try AuditVerification(of: transaction).faults
            for fault in faults { Driver.say("journal \(fault.sentence)") }
        }
        Driver.say("checked \(keys.count) \(slots.count)")
    }
}
