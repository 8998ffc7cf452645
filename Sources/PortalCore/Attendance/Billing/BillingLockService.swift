/// Locks periods for invoicing, once every day of theirs was called and closed.
package struct BillingLockService: Sendable {
    private let portal: Portal
    private let catalogue: PortalCatalogue

    package init(_ portal: Portal, _ catalogue: PortalCatalogue) {
        self.portal = portal
        self.catalogue = catalogue
    }

    /// The fields of the form that locks.
    package enum Field: String, Sendable {
        case firstDay = "du"
        case lastDay = "au"
        case reason = "motif"
    }

    /// Every period that was ever locked, the latest first.
    package func locks() throws -> [BillingLock] { try portal.database.read { try BillingLockStore($0).all() } }

    /// The used days of a span that nobody has closed: what stands in the way of locking it.
    package func openDays(from first: CivilDate, through last: CivilDate) throws -> [UncalledDay] {
        guard first <= last else { return [] }
        return try portal.database.read { try UncalledDays($0, catalogue).all(of: catalogue.activities, from: first, through: last) }
    }

    /// Locks a period.
    ///
    /// - Throws: `FieldErrors` with a sentence next to the field.
    package func lock(from typedFirst: String, through typedLast: String, by member: Identifier<StaffMember>) async throws {
        var errors = FieldErrors()
        let first = errors.require(CivilDate(iso: typedFirst), Field.firstDay, "Indiquez le premier jour.")
        let last = errors.require(CivilDate(iso: typedLast), Field.lastDay, "Indiquez le dernier jour.")
        guard let first, let last else { throw errors }
        let now = portal.clock.now
        guard first <= last else { throw FieldErrors(Field.lastDay, "Le dernier jour vient avant le premier.") }
        guard last < ParisTime.date(now) else {
            throw FieldErrors(Field.lastDay, "Une période se verrouille quand elle est finie\u{A0}: choisissez un jour passé.")
        }
        guard last.days(since: first) <= 366 else { throw FieldErrors(Field.lastDay, "Une période dure un an au plus.") }
        let catalogue = catalogue
        try await portal.database.write { transaction in
            // Whoever is changing a booking of these days at this moment comes first.
            try transaction.lock([.changingRules])
            let open = try UncalledDays(transaction, catalogue).all(of: catalogue.activities, from: first, through: last)
            guard open.isEmpty else {
                let days =
                    open.count == 1
                    ? "une journée n'est pas close\u{A0}: elle est listée plus bas"
                    : "\(open.count) journées ne sont pas closes\u{A0}: elles sont listées plus bas"
                throw FieldErrors(Field.lastDay, "Dans cette période, \(days).")
            }
            let id = try BillingLockStore(transaction).insert(first...last, by: member, at: now)
            let detail = "\(first.iso) au \(last.iso)"
            try AuditLog.record(in: transaction, by: .staff(member), .periodLocked, on: id, detail: detail, at: now)
        }
    }

    /// Opens a locked period again.
    ///
    /// - Throws: `FieldErrors` without a reason.
    package func release(_ id: Identifier<BillingLock>, reason: String, by member: Identifier<StaffMember>) async throws {
        let reason = reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !reason.isEmpty else { throw FieldErrors(Field.reason, "Indiquez pourquoi la période est rouverte.") }
        let now = portal.clock.now
        try await portal.database.write { transaction in
            guard try BillingLockStore(transaction).release(id, by: member, at: now) else { return }
            try AuditLog.record(in: transaction, by: .staff(member), .periodReleased, on: id, detail: String(reason.prefix(300)), at: now)
        }
    }
}

extension AuditAct {
    /// Subject of these: the lock.
    static let periodLocked = AuditAct(rawValue: "billing.periodLocked")
    static let periodReleased = AuditAct(rawValue: "billing.periodReleased")
}
