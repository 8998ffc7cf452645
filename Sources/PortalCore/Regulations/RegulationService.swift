/// The règlements as an adult reads and accepts them.
package struct RegulationService: Sendable {
    private let portal: Portal
    private let catalogue: PortalCatalogue

    package init(_ portal: Portal, _ catalogue: PortalCatalogue) {
        self.portal = portal
        self.catalogue = catalogue
    }

    /// All of them, in the town's order, and whether this adult has accepted them.
    package func states(for access: HouseholdAccess) throws -> [RegulationState] {
        let accepted = try portal.database.read { try RegulationStore($0).acceptances(of: access.adult.id) }
        return catalogue.settings.regulations.map { RegulationState(regulation: $0, acceptedAt: accepted[[$0.code, $0.version]]) }
    }

    /// What keeps an adult from booking, and the way out.
    ///
    /// - Parameter shown: the activities that the reader is looking at. What only other outings ask is left out: families book them if they like.
    package func obstacles(to access: HouseholdAccess, among shown: Set<Identifier<Activity>> = []) throws -> [BookingObstacle] {
        let others = Set(catalogue.activities.filter { $0.outing != nil && !shown.contains($0.id) }.map(\.id))
        return try portal.database.read { try BookingObstacles(catalogue).all(to: access, in: $0, at: portal.clock.now) }
            .filter { !$0.activities.isSubset(of: others) }
    }

    /// Notes that an adult accepts the version that it has read; false when there is none of this code, or another version by now.
    package func accept(_ code: String, version: String, by access: HouseholdAccess) async throws -> Bool {
        guard let regulation = catalogue.settings.regulations.first(where: { $0.code == code }), regulation.version == version else { return false }
        let now = portal.clock.now
        try await portal.database.write { transaction in
            try RegulationStore(transaction).accept(regulation, by: access.adult.id, at: now)
            let detail = "\(regulation.code), version \(regulation.version)"
            try AuditLog.record(in: transaction, by: .account(access.account), .regulationAccepted, on: access.adult.id, detail: detail, at: now)
        }
        return true
    }
}

extension AuditAct {
    /// Subject: the adult; the detail has the règlement's code and version.
    static let regulationAccepted = AuditAct(rawValue: "regulation.accepted")
}
