import PortalCore

/// Two families declare what they earn, for the staff to compare with the document.
struct DemoQuotients {
    let desk: DemoDesk

    /// Which accounts, euros a year, euros of benefits a month, hours ago.
    private static let declarations: [(account: Int, income: Int64, benefits: Int64, hoursAgo: Int)] = [(10, 31_200, 148, 44), (11, 54_800, 0, 8)]

    func fill() async throws {
        for declaration in Self.declarations {
            guard let access = try desk.access(declaration.account), let family = access.families.first else { continue }
            let facts = FamilyQuotient(
                annualIncome: Cents(declaration.income * 100),
                monthlyBenefits: Cents(declaration.benefits * 100),
                children: family.children.count,
                disabledChildren: 0
            )
            let service = FamilyCheckService(desk.portal(hoursAgo: declaration.hoursAgo))
            try await service.declare(facts, of: family.household.id, by: access.account)
        }
    }
}
