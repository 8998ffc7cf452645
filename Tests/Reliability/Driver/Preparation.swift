import Glibc
import PortalCore

/// Makes a demo portal ready for the load.
struct Preparation {
    private let portal: Portal

    /// Families that take part, days ahead that they book.
    private static let accounts = 48
    private static let days = 60
    private static let capacity = 6

    init(_ portal: Portal) {
        self.portal = portal
    }

    func run(writingTo path: String) async throws {
        try await portal.database.write { try DriverStore($0).makeScarce(capacity: Preparation.capacity) }
        guard let catalogue = try portal.database.read({ try PortalCatalogueStore($0).load() }) else { throw DatabaseError.other("no definition") }
        let service = BookingService(portal, catalogue)
        var slots: [Slot] = []
        for account in try portal.database.read({ try DriverStore($0).accounts(limit: Preparation.accounts) }) {
            guard let access = try portal.database.read({ try HouseholdAccess(account: account, in: $0) }) else { continue }
            let candidates = try candidates(of: access, catalogue)
            for start in stride(from: 0, to: candidates.count, by: 20) {
                let review = try service.review(candidates[start..<min(start + 20, candidates.count)].map { BookingChange(.add, $0) }, by: access)
                slots += review.accepted.map { Slot(account: account, booking: $0.change.slot) }
            }
        }
        let file = try NewFile(path)
        try file.write(Array(slots.map { $0.line + "\n" }.joined().utf8))
        try file.keep()
        Driver.say("slots \(slots.count)")
    }

    private func candidates(of access: HouseholdAccess, _ catalogue: PortalCatalogue) throws -> [BookingSlot] {
        let today = portal.clock.today
        var slots: [BookingSlot] = []
        for child in access.children {
            let enrolments = try portal.database.read { try EnrolmentStore($0).enrolments(of: child.id) }
            for activity in catalogue.activities where enrolments.contains(where: { $0.activity == activity.id }) {
                for unit in activity.units {
                    slots += (1...Preparation.days).map {
                        BookingSlot(child: child.id, unit: unit.id, date: CivilDate(dayNumber: today.dayNumber + $0))
                    }
                }
            }
        }
        return slots
    }
}
