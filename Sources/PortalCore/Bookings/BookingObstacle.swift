/// Something that keeps a family from booking until it has done something about it.
package struct BookingObstacle: Hashable, Sendable {
    /// What the family can do about it.
    package enum WayOut: Hashable, Sendable {
        /// Read and accept the règlement of this code.
        case regulation(String)
    }

    /// The activities that it is about.
    package let activities: Set<Identifier<Activity>>
    /// "le règlement « … » est à accepter", to be put after "Avant de réserver : ".
    package let reason: String
    package let wayOut: WayOut

    package init(activities: Set<Identifier<Activity>>, reason: String, wayOut: WayOut) {
        self.activities = activities
        self.reason = reason
        self.wayOut = wayOut
    }
}

/// One reason for which a town keeps families from booking: a règlement to accept, a document that is missing, invoices to pay.
protocol BookingObstacleSource: Sendable {
    /// What keeps this adult from booking now.
    func obstacles(to adult: Identifier<Adult>, _ catalogue: PortalCatalogue, in transaction: any Transaction) throws -> [BookingObstacle]
}

/// All the reasons that the town has.
struct BookingObstacles {
    private static let sources: [any BookingObstacleSource] = [RegulationsToAccept()]
    private let catalogue: PortalCatalogue

    init(_ catalogue: PortalCatalogue) {
        self.catalogue = catalogue
    }

    func all(to adult: Identifier<Adult>, in transaction: any Transaction) throws -> [BookingObstacle] {
        try BookingObstacles.sources.flatMap { try $0.obstacles(to: adult, catalogue, in: transaction) }
    }
}

/// The règlements whose present version the adult has not accepted.
private struct RegulationsToAccept: BookingObstacleSource {
    func obstacles(to adult: Identifier<Adult>, _ catalogue: PortalCatalogue, in transaction: any Transaction) throws -> [BookingObstacle] {
        guard !catalogue.settings.regulations.isEmpty else { return [] }
        let accepted = try RegulationStore(transaction).acceptances(of: adult)
        return catalogue.settings.regulations.filter { accepted[[$0.code, $0.version]] == nil }.map { regulation in
            BookingObstacle(
                activities: Set(catalogue.activities.filter(regulation.concerns).map(\.id)),
                reason: "le règlement «\u{A0}\(regulation.title)\u{A0}» est à accepter",
                wayOut: .regulation(regulation.code)
            )
        }
    }
}
