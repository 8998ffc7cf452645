extension AccountService {
    /// Notes that an e-mail address reaches its account's owner, who has followed the link sent there.
    ///
    /// - Parameter token: the end of the link.
    package func confirmEmail(token: String) async throws -> EmailConfirmationOutcome {
        let now = portal.clock.now
        return try await portal.database.write { transaction in
            guard let found = try EmailConfirmationStore(transaction).find(token: token) else {
                return try confirmChange(token: token, in: transaction, at: now)
            }
            if found.confirmedAt != nil { return .confirmed }
            guard found.expiry > now else { return .expired(found.expiry) }
            try AccountStore(transaction).confirmEmail(of: found.account, at: now)
            try AuditLog.record(in: transaction, by: .account(found.account), .emailConfirmed, on: found.account, at: now)
            return .confirmed
        }
    }
}
