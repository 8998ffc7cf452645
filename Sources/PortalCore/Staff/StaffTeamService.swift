/// The staff's accounts: inviting colleagues, what they may do, who no longer comes in.
///
/// Nobody changes their own account, and only administrators change accounts: there is always one who is active.
package struct StaffTeamService: Sendable {
    let portal: Portal
    let random: any RandomSource

    package init(_ portal: Portal, random: any RandomSource = SystemRandom()) {
        self.portal = portal
        self.random = random
    }

    /// Everybody, by name.
    package func colleagues() throws -> [StaffColleague] { try portal.database.read { try StaffTeamStore($0).colleagues() } }

    package func colleague(_ id: Identifier<StaffMember>) throws -> StaffColleague? {
        try portal.database.read { try StaffTeamStore($0).colleague(id) }
    }

    /// The places of the town's activities, by name.
    package static func places(of catalogue: PortalCatalogue) -> [String] { Set(catalogue.activities.map(\.place)).sorted() }

    /// Gives a colleague another role or other places. The next page that the colleague opens knows.
    ///
    /// - Throws: `FieldErrors`, `StaffTeamRefusal`.
    package func assign(_ assignment: StaffAssignment, to id: Identifier<StaffMember>, by administrator: Identifier<StaffMember>) async throws {
        try await change(id, by: administrator) { transaction, colleague, now in
            var errors = FieldErrors()
            guard let (role, places) = assignment.check(known: try Self.knownPlaces(transaction), &errors) else { throw errors }
            try StaffTeamStore(transaction).setRole(of: id, to: role)
            try StaffStore(transaction).bind(id, to: places)
            let before = colleague.member.role
            let detail = ["\(before.french) → \(role.french)", places.sorted().joined(separator: ", ")].filter { !$0.isEmpty }.joined(
                separator: "\u{A0}: "
            )
            try AuditLog.record(in: transaction, by: .staff(administrator), .staffRoleChanged, on: id, detail: detail, at: now)
        }
    }

    /// Ends a colleague's sessions and lets nobody in under that login until it is activated again.
    ///
    /// - Throws: `StaffTeamRefusal`.
    package func deactivate(_ id: Identifier<StaffMember>, by administrator: Identifier<StaffMember>) async throws {
        try await change(id, by: administrator) { transaction, colleague, now in
            if case .deactivated = colleague.state { return }
            let store = StaffTeamStore(transaction)
            try store.setDeactivated(id, at: now)
            try store.deleteSessions(of: id)
            try store.deleteInvitations(of: id)
            try AuditLog.record(in: transaction, by: .staff(administrator), .staffDeactivated, on: id, at: now)
        }
    }

    /// Lets a deactivated colleague in again, with the old password.
    ///
    /// - Throws: `StaffTeamRefusal`.
    package func activate(_ id: Identifier<StaffMember>, by administrator: Identifier<StaffMember>) async throws {
        try await change(id, by: administrator) { transaction, colleague, now in
            guard case .deactivated = colleague.state else { return }
            try StaffTeamStore(transaction).setDeactivated(id, at: nil)
            try AuditLog.record(in: transaction, by: .staff(administrator), .staffActivated, on: id, at: now)
        }
    }

    /// One change of one colleague's account by an administrator who still is one.
    func change(
        _ id: Identifier<StaffMember>,
        by administrator: Identifier<StaffMember>,
        _ body: @escaping @Sendable (any Transaction, StaffColleague, Instant) throws -> Void
    ) async throws {
        let now = portal.clock.now
        guard id != administrator else { throw StaffTeamRefusal.ownAccount }
        try await portal.database.write { transaction in
            try Self.admit(administrator, transaction)
            guard let colleague = try StaffTeamStore(transaction).colleague(id) else { throw StaffTeamRefusal.unknown }
            try body(transaction, colleague, now)
        }
    }

    /// Two administrators who deactivate each other at the same moment do not both succeed.
    static func admit(_ administrator: Identifier<StaffMember>, _ transaction: any Transaction) throws {
        try transaction.lock("staff-team")
        guard let acting = try StaffTeamStore(transaction).colleague(administrator), acting.state == .active, acting.member.role.has(.manageStaff)
        else { throw StaffTeamRefusal.unknown }
    }

    static func knownPlaces(_ transaction: any Transaction) throws -> Set<String> {
        Set(try PortalCatalogueStore(transaction).load()?.activities.map(\.place) ?? [])
    }
}

extension AuditAct {
    /// Subject of these: the staff member whose account it is.
    static let staffInvited = AuditAct(rawValue: "staff.invited")
    static let staffRoleChanged = AuditAct(rawValue: "staff.roleChanged")
    static let staffDeactivated = AuditAct(rawValue: "staff.deactivated")
    static let staffActivated = AuditAct(rawValue: "staff.activated")
    static let staffPasswordChosen = AuditAct(rawValue: "staff.passwordChosen")
}
