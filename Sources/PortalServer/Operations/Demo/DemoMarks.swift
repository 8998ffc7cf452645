import PortalCore

/// Notes some families' marks where a town gives priorities, so that a visitor meets some that come first.
struct DemoMarks {
    let portal: Portal

    private static let accounts = 40

    func fill() async throws {
        guard let catalogue = try portal.database.read({ try PortalCatalogueStore($0).load() }), !catalogue.marks.isEmpty else { return }
        let year = SchoolYear(containing: portal.clock.today).days
        let days = MarkDays(from: year.lowerBound, through: year.upperBound)
        let now = portal.clock.now
        try await portal.database.write { transaction in
            let store = HouseholdMarkStore(transaction)
            for (number, account) in try DemoStore(transaction).firstAccounts(DemoMarks.accounts).enumerated() where number % 3 == 0 {
                guard let household = try HouseholdAccess(account: account, in: transaction)?.families.first?.household.id,
                    try store.marks(of: household).isEmpty
                else { continue }
                let mark = number % 9 == 0 ? HouseholdMark.workingParents : catalogue.marks[number % catalogue.marks.count]
                try store.insert(
                    mark,
                    of: household,
                    on: days,
                    document: "justificatif vu à l'accueil",
                    by: Identifier(2),
                    at: now.adding(hours: -24 * 50)
                )
            }
        }
    }
}
