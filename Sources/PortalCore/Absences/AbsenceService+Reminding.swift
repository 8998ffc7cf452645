extension AbsenceService {
    /// How long before a certificate is due its parent is reminded.
    private static let notice: Int64 = 24 * 3600

    /// Writes to the parents whose certificates are due within a day, once each.
    ///
    /// - Parameter link: an absence's address in the portal.
    /// - Returns: how many were written to.
    package func remind(link: @escaping @Sendable (Identifier<Absence>) -> String) async throws -> Int {
        let now = portal.clock.now
        let until = now.adding(seconds: Self.notice)
        guard try !portal.database.read({ try AbsenceStore($0).unreminded(dueAfter: now, before: until) }).isEmpty else { return 0 }
        let settings = catalogue.settings
        return try await portal.database.write { transaction in
            let store = AbsenceStore(transaction)
            var count = 0
            for id in try store.unreminded(dueAfter: now, before: until) {
                guard try store.markReminded(id, at: now), let absence = try store.absence(id), let dueAt = absence.times.dueAt,
                    let (email, salutation) = try store.recipient(of: absence.account, about: absence.child.id)
                else { continue }
                let mail = Mail.certificateReminder(absence, dueAt: dueAt, to: email, salutation: salutation, link: link(id), from: settings)
                try OutboxStore(transaction).enqueue(mail, to: absence.account, at: now)
                count += 1
            }
            return count
        }
    }
}
