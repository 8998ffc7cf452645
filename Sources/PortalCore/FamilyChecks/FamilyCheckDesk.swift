/// What the staff do about the yearly check: see who has certified, and remind those who have not.
package struct FamilyCheckDesk: Sendable {
    private let portal: Portal
    private let settings: PortalSettings
    /// Days before a family that was reminded is reminded again.
    package static let patience = 3
    /// How late a reminder of the town's day may still leave, in days: a server that was down catches up.
    private static let lateness = 6
    /// Families written to in one transaction.
    private static let batch = 50
    /// The hour of the day, in Paris, from which reminders leave.
    private static let hour = 9

    package init(_ portal: Portal, _ settings: PortalSettings) {
        self.portal = portal
        self.settings = settings
    }

    /// The year in which the school year of the check begins.
    package var year: Int { FamilyCheckService.schoolYear(on: portal.clock.today) }

    /// How every family's file stands, by name.
    package func lines() throws -> [FamilyCheckLine] {
        let (year, today) = (year, portal.clock.today)
        return try portal.database.read { try FamilyCheckStore($0).lines(in: year, on: today) }
    }

    /// What a parent is asked to look at again in one household's file.
    package func stale(in household: Identifier<Household>) throws -> [StaleSection] {
        let (year, today) = (year, portal.clock.today)
        return try portal.database.read { transaction in
            try StaleSection.allCases.filter {
                try !FamilyCheckStore(transaction).households(with: $0, in: year, on: today, only: household).isEmpty
            }
        }
    }

    /// Reminds every family that has not certified its file, unless it was done in the last days.
    ///
    /// - Parameter link: the address of a household's page "Je vérifie mes informations".
    /// - Returns: how many families were written to.
    package func remind(by member: Identifier<StaffMember>, link: @escaping @Sendable (Identifier<Household>) -> String) async throws -> Int {
        try await remind(occasion: "demande \(portal.clock.now.seconds)", by: member, link: link)
    }

    /// Reminds on the days that the town has set; each adult once for a day.
    ///
    /// - Returns: how many families were written to.
    package func remindDue(link: @escaping @Sendable (Identifier<Household>) -> String) async throws -> Int {
        let now = portal.clock.now
        let today = ParisTime.date(now)
        guard ParisTime.reading(now).time.hour >= Self.hour else { return 0 }
        let years = [SchoolYear(startYear: year - 1), SchoolYear(startYear: year)]
        let days = years.flatMap { year in settings.checkReminders.map(year.date) }
        guard let due = days.filter({ $0 <= today && today <= $0.adding(days: Self.lateness) }).max() else { return 0 }
        return try await remind(occasion: due.iso, by: nil, link: link)
    }

    private func remind(
        occasion: String,
        by member: Identifier<StaffMember>?,
        link: @escaping @Sendable (Identifier<Household>) -> String
    ) async throws -> Int {
        let now = portal.clock.now
        let due = try lines().filter { Self.mayRemind($0, at: now) }
        var count = 0
        // Bookings are written between the batches.
        for start in stride(from: 0, to: due.count, by: Self.batch) {
            let some = due[start..<min(start + Self.batch, due.count)]
            count += try await portal.database.write { [self] transaction in
                try transaction.lock("checks:reminders")
                return try some.count { try write(to: $0, occasion: occasion, by: member, link: link($0.household), transaction) }
            }
        }
        return count
    }

    /// Whether a family has not certified its file, can be written to, and was not in the last days.
    package static func mayRemind(_ line: FamilyCheckLine, at now: Instant) -> Bool {
        line.check == nil && line.isReachable && (line.remindedAt.map { hasPatience(since: $0, at: now) } ?? true)
    }

    private static func hasPatience(since last: Instant, at now: Instant) -> Bool { last <= now.adding(hours: -24 * patience) }

    /// Writes to a family, unless it was done meanwhile; whether somebody was written to.
    private func write(
        to line: FamilyCheckLine,
        occasion: String,
        by member: Identifier<StaffMember>?,
        link: String,
        _ transaction: any Transaction
    ) throws -> Bool {
        let (store, now) = (FamilyCheckStore(transaction), portal.clock.now)
        if try HouseholdIncomeStore(transaction).check(of: line.household, in: year) != nil { return false }
        if let last = try store.lastReminder(of: line.household, in: year), !Self.hasPatience(since: last, at: now) { return false }
        var isWritten = false
        for reader in try deciding(in: line.household, transaction) {
            guard try store.insertReminder(of: line.household, to: reader.access.account, in: year, occasion: occasion, by: member, at: now) else {
                continue
            }
            let mail = Mail.fileToCheck(line, year: year, to: reader.email, salutation: reader.salutation, link: link, from: settings)
            try OutboxStore(transaction).enqueue(mail, to: reader.access.account, at: now)
            isWritten = true
        }
        guard isWritten else { return false }
        let actor: Actor = member.map { .staff($0) } ?? .system
        try AuditLog.record(in: transaction, by: actor, .fileCheckReminded, on: line.household, detail: "\(year)-\(year + 1)", at: now)
        return true
    }

    /// The adults of a household who may certify its file, and have an address.
    private func deciding(
        in household: Identifier<Household>,
        _ transaction: any Transaction
    ) throws -> [(access: HouseholdAccess, email: EmailAddress, salutation: String)] {
        try AccountStore(transaction).accounts(in: household).compactMap { account in
            guard let access = try HouseholdAccess(account: account.id, in: transaction), access.decides(for: household),
                let email = access.adult.email
            else { return nil }
            return (access, email, access.adult.salutation)
        }
    }
}

extension AuditAct {
    /// Subject: the household; the detail names the school year.
    fileprivate static let fileCheckReminded = AuditAct(rawValue: "household.fileCheckReminded")
}
