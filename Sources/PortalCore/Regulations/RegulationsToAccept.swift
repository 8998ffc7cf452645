/// The règlements whose present version the adult has not accepted keep it from booking.
struct RegulationsToAccept: BookingObstacleSource {
    func obstacles(
        to access: HouseholdAccess,
        _ catalogue: PortalCatalogue,
        in transaction: any Transaction,
        at now: Instant
    ) throws -> [BookingObstacle] {
        guard !catalogue.settings.regulations.isEmpty else { return [] }
        let accepted = try RegulationStore(transaction).acceptances(of: access.adult.id)
        return catalogue.settings.regulations.filter { accepted[[$0.code, $0.version]] == nil }.map { regulation in
            BookingObstacle(
                activities: Set(catalogue.activities.filter(regulation.concerns).map(\.id)),
                reason: "le règlement «\u{A0}\(regulation.title)\u{A0}» est à accepter",
                wayOut: .regulation(regulation.code)
            )
        }
    }
}
