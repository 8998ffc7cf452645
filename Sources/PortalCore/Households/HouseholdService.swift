/// What a signed-in adult, or the staff, reads about households.
package struct HouseholdService: Sendable {
    private let portal: Portal

    package init(_ portal: Portal) {
        self.portal = portal
    }

    /// The households that an account reaches; nil when it reaches none.
    package func access(of account: Identifier<Account>) throws -> HouseholdAccess? {
        try portal.database.read { try HouseholdAccess(account: account, in: $0) }
    }

    /// Any family, for the staff.
    package func family(_ id: Identifier<Household>) throws -> Family? {
        try portal.database.read { try FamilyStore($0).family(id) }
    }
}
