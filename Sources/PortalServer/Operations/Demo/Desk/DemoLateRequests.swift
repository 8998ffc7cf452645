import PortalCore

/// Two families ask for a day whose limit is over: the service says yes or no.
struct DemoLateRequests {
    let desk: DemoDesk

    /// The accounts that are tried until two have asked.
    private static let accounts = 6..<24
    private static let wanted = 2

    func fill() async throws {
        guard let catalogue = try desk.portal.database.read({ try PortalCatalogueStore($0).load() }) else { return }
        var asked = 0
        for number in Self.accounts where asked < Self.wanted {
            guard let access = try desk.access(number), let key = IdempotencyKey("demonstration-hors-delai-\(access.account.rawValue)") else {
                continue
            }
            let service = BookingService(desk.portal(hoursAgo: 1 + asked), catalogue)
            guard let slot = try askable(service, access, catalogue) else { continue }
            let request = try await service.confirm([BookingChange(.add, slot)], key: key, by: access)
            asked += request.lines.count { if case .asked = $0.outcome { true } else { false } }
        }
    }

    /// The last day that may only be asked for, today included where the unit has not begun: the staff have the most time for it.
    private func askable(_ service: BookingService, _ access: HouseholdAccess, _ catalogue: PortalCatalogue) throws -> BookingSlot? {
        let month = Month(containing: desk.portal.clock.today)
        let cells = try [month, month.next].flatMap {
            try service.planning($0, of: access).weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells)
        }
        return cells.filter { $0.state == .askable }.map(\.slot).filter { slot in
            guard let unit = catalogue.unit(slot.unit)?.unit else { return false }
            return ParisTime.instant(slot.date, at: unit.startsAt) > desk.portal.clock.now
        }.max { $0.date < $1.date }
    }
}
