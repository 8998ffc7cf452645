/// What an adult's households owe keeps their children from booking, from the town's amount on.
struct ArrearsToPay: BookingObstacleSource {
    func obstacles(
        to access: HouseholdAccess,
        _ catalogue: PortalCatalogue,
        in transaction: any Transaction,
        at now: Instant
    ) throws -> [BookingObstacle] {
        guard let policy = catalogue.settings.arrears else { return [] }
        let today = ParisTime.date(now)
        return try ArrearsStore(transaction).arrears(of: access.adult.id).filter { $0.blocks(under: policy, on: today) }.compactMap { arrears in
            guard let family = access.family(arrears.household) else { return nil }
            // How much is for who decides for the household; that something is owed is for whoever books.
            let amount = access.decides(for: arrears.household) ? "\(arrears.amount.french) sont" : "une somme est"
            return BookingObstacle(
                activities: Set(catalogue.activities.map(\.id)),
                children: Set(family.children.map(\.id)),
                reason: "\(amount) à régler pour le foyer \(arrears.householdName)",
                wayOut: .arrears
            )
        }
    }
}
