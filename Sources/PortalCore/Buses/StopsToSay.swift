/// The bus stops without which the town books nothing, and that the family has not said.
struct StopsToSay: BookingObstacleSource {
    func obstacles(
        to access: HouseholdAccess,
        _ catalogue: PortalCatalogue,
        in transaction: any Transaction,
        at now: Instant
    ) throws -> [BookingObstacle] {
        guard catalogue.activities.contains(where: { $0.buses?.isRequired == true }) else { return [] }
        let today = ParisTime.date(now)
        return try access.children.flatMap { child in
            let maySay = access.relation(to: child.id)?.holdsAuthority == true
            return try ChildBusLine.lines(of: child.id, in: catalogue, transaction, on: today).filter { $0.buses.isRequired && $0.isOpen }.map {
                line in
                BookingObstacle(
                    activities: [line.activity.id],
                    children: [child.id],
                    reason: "les arrêts de car de \(child.firstName) pour \(quoted(line.activity.name)) sont à indiquer",
                    wayOut: .stops(child.id, activity: maySay ? line.activity.code : nil)
                )
            }
        }
    }
}
