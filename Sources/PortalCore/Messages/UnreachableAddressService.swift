/// The addresses to which nothing is sent any more, because they do not exist: who has them, and how one is tried again.
package struct UnreachableAddressService: Sendable {
    private let portal: Portal

    package init(_ portal: Portal) {
        self.portal = portal
    }

    /// nil when the address answers, as far as anybody knows, or when there is none.
    package func state(of email: EmailAddress?) throws -> UnreachableAddress? {
        guard let email else { return nil }
        return try portal.database.read { try UnreachableAddressStore($0).address(email) }
    }

    package func count() throws -> Int { try portal.database.read { try UnreachableAddressStore($0).count() } }

    /// The latest first.
    package func lines() throws -> [UnreachableAddressLine] { try portal.database.read { try UnreachableAddressStore($0).lines() } }

    /// The next mail to the address is tried again, because the staff learnt that it works; false when nothing was held against it.
    package func tryAgain(_ typed: String, by member: Identifier<StaffMember>) async throws -> Bool {
        guard let email = EmailAddress(typed) else { return false }
        let now = portal.clock.now
        return try await portal.database.write { transaction in
            guard try UnreachableAddressStore(transaction).forget(email) else { return false }
            let nobody = Identifier<Account>(0)
            try AuditLog.record(in: transaction, by: .staff(member), .addressTriedAgain, on: nobody, detail: email.text, at: now)
            return true
        }
    }
}
