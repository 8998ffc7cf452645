/// The journal as administrators read it. Reading it is an act of its own.
package struct AuditService: Sendable {
    package static let pageLength = 50
    /// An export has at most so many lines; a shorter period has fewer.
    package static let longestExport = 50_000

    private let portal: Portal

    package init(_ portal: Portal) {
        self.portal = portal
    }

    /// A page of the lines that a filter leaves, the latest first, and the acts that can be chosen.
    ///
    /// - Returns: one line more than a page when there is another page.
    package func search(
        _ filter: AuditFilter,
        after position: AuditPosition?,
        by member: Identifier<StaffMember>
    ) async throws -> (lines: [AuditLine], acts: [AuditAct]) {
        let now = portal.clock.now
        let found = try portal.database.read { transaction in
            let store = AuditSearchStore(transaction)
            return (try store.lines(filter, after: position, limit: Self.pageLength + 1), try store.acts())
        }
        try await portal.database.write { transaction in
            try AuditLog.record(in: transaction, by: .staff(member), .journalRead, on: member, detail: filter.notation, at: now)
        }
        return found
    }

    /// The lines that a filter leaves as a table for a spreadsheet.
    package func export(_ filter: AuditFilter, by member: Identifier<StaffMember>) async throws -> AuditExport {
        let now = portal.clock.now
        let lines = try portal.database.read { try AuditSearchStore($0).lines(filter, after: nil, limit: Self.longestExport) }
        try await portal.database.write { transaction in
            let detail = "\(filter.notation), \(lines.count) lignes"
            try AuditLog.record(in: transaction, by: .staff(member), .journalExported, on: member, detail: detail, at: now)
        }
        return AuditExport(lines: lines)
    }
}

extension AuditAct {
    /// Subject: the staff member who looked; detail: what for.
    static let journalRead = AuditAct(rawValue: "journal.read")
    /// Subject: the staff member who took it; detail: what and how much.
    static let journalExported = AuditAct(rawValue: "journal.exported")
}
