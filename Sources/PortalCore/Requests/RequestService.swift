/// What an adult's households have asked for (Dernières demandes).
package struct RequestService: Sendable {
    private let portal: Portal
    private let catalogue: PortalCatalogue

    package init(_ portal: Portal, _ catalogue: PortalCatalogue) {
        self.portal = portal
        self.catalogue = catalogue
    }

    /// The latest requests, the latest first.
    package func latest(of access: HouseholdAccess, limit: Int = 20) throws -> [RequestSummary] {
        try portal.database.read { try RequestStore($0).summaries(for: access.adult.id, limit: limit) }
    }

    /// The latest requests of any household, the latest first: for the staff.
    package func latest(of household: Identifier<Household>, limit: Int = 10) throws -> [RequestSummary] {
        try portal.database.read { try RequestStore($0).summaries(of: household, limit: limit) }
    }

    /// One request with its answers; nil for a stranger's, as for one that does not exist.
    package func request(_ id: Identifier<Request>, of access: HouseholdAccess) throws -> Request? {
        try portal.database.read { transaction in
            let requests = RequestStore(transaction)
            let request = try requests.request(id, for: access.adult.id).map { try requests.named($0, for: access, in: catalogue) }
            return request.flatMap { $0.lines.isEmpty ? nil : $0 }
        }
    }
}
