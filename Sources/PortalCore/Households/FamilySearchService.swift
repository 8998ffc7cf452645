/// Finds families by name, for the staff.
package struct FamilySearchService: Sendable {
    /// More are never shown: a longer name finds fewer.
    package static let longestAnswer = 50

    private let portal: Portal

    package init(_ portal: Portal) {
        self.portal = portal
    }

    /// The families that a search finds, by name.
    ///
    /// - Returns: at most `longestAnswer` families, and how many there are.
    package func families(_ search: FamilySearch) async throws -> (found: [FoundFamily], count: Int) {
        try await bringUpToDate()
        return try portal.database.read { transaction in
            let store = FamilySearchStore(transaction)
            guard let first = search.words.first else { return ([], 0) }
            var households = try store.households(withWord: first)
            for word in search.words.dropFirst() where !households.isEmpty { households.formIntersection(try store.households(withWord: word)) }
            let families = try households.sorted().prefix(Self.longestAnswer).compactMap { try FamilyStore(transaction).family($0) }
            let found = try families.sorted { ($0.household.name, $0.household.id) < ($1.household.name, $1.household.id) }.map { family in
                FoundFamily(family: family, accounts: try AccountStore(transaction).adultsWithAccount(in: family.household.id).count)
            }
            return (found, households.count)
        }
    }

    /// Names that were written since the last search become searchable. Writes nothing when there are none.
    func bringUpToDate() async throws {
        guard try !portal.database.read({ try FamilySearchStore($0).stale() }).isEmpty else { return }
        try await portal.database.write { transaction in
            let store = FamilySearchStore(transaction)
            try transaction.lock("family-search")
            for stale in try store.stale() { try store.refresh(stale) }
        }
    }
}
