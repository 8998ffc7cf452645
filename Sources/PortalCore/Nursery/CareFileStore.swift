/// Puts together all that a contract's hours depend on.
struct CareFileStore {
    private let transaction: any Transaction
    private let catalogue: PortalCatalogue

    init(_ transaction: any Transaction, _ catalogue: PortalCatalogue) {
        self.transaction = transaction
        self.catalogue = catalogue
    }

    /// A contract with its leaves, and what the nursery noted on some days; nil where there is none, or its nursery has no regular care.
    func file(_ id: Identifier<CareContract>, _ days: ClosedRange<CivilDate>) throws -> CareFile? {
        try CareContractStore(transaction).contract(id).flatMap { try file($0, days) }
    }

    func file(_ contract: CareContract, _ days: ClosedRange<CivilDate>) throws -> CareFile? {
        guard let activity = catalogue.activity(contract.activity), let policy = activity.nursery else { return nil }
        return CareFile(
            contract: contract,
            activity: activity,
            policy: policy,
            leaves: try FamilyLeaveStore(transaction).leaves(of: contract.id),
            stays: try NurseryStayStore(transaction).stays(of: contract.id, from: days.lowerBound, through: days.upperBound)
        )
    }

    /// A child's contracts, for the staff.
    func files(of child: Identifier<Child>, _ days: ClosedRange<CivilDate>) throws -> [CareFile] {
        guard catalogue.activities.contains(where: { $0.nursery != nil }) else { return [] }
        return try CareContractStore(transaction).contracts(of: child).compactMap { try file($0, days) }
    }

    /// The contracts that an adult may see, that hold on at least one of some days.
    func files(of access: HouseholdAccess, _ days: ClosedRange<CivilDate>) throws -> [CareFile] {
        // Most towns and families have none: they pay for no query.
        guard catalogue.activities.contains(where: { $0.nursery != nil }) else { return [] }
        return try CareContractStore(transaction).contracts(of: access.adult.id)
            .filter { access.child($0.child.id) != nil && $0.firstDay <= days.upperBound && $0.lastDay ?? days.lowerBound >= days.lowerBound }
            .compactMap { try file($0, days) }
    }

    /// A nursery's contracts that hold on at least one of some days, by name: as many queries whatever their number, since every tablet at the
    /// gate asks for them again and again.
    func files(at activity: Activity, _ days: ClosedRange<CivilDate>) throws -> [CareFile] {
        guard let policy = activity.nursery else { return [] }
        let contracts = try CareContractStore(transaction).contracts(in: activity.id, from: days.lowerBound, through: days.upperBound)
        guard !contracts.isEmpty else { return [] }
        let leaves = try FamilyLeaveStore(transaction).leaves(in: activity.id, over: days)
        let stays = try NurseryStayStore(transaction).stays(in: activity.id, over: days)
        return contracts.map { contract in
            CareFile(
                contract: contract,
                activity: activity,
                policy: policy,
                leaves: leaves[contract.id] ?? [],
                stays: stays[contract.id] ?? []
            )
        }
    }

    /// The children under contract who come to a nursery on a day, or have come, by name.
    func children(at activity: Activity, on date: CivilDate) throws -> [Child] {
        let opening = OpeningDays(of: activity, in: catalogue.calendar)
        return try files(at: activity, date...date).filter { $0.day(date, opening: opening)?.isThere == true }.map(\.contract.child)
    }
}
