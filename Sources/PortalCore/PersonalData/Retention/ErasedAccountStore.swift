/// Forgets what a closed account still says of its owner.
struct ErasedAccountStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func erase(_ account: Identifier<Account>) throws {
        try transaction.execute(
            "UPDATE accounts SET login = $2, email_confirmed_at = NULL, last_login_at = NULL, previous_login_at = NULL WHERE id = $1",
            account,
            "efface.\(account.rawValue)"
        )
        try transaction.execute("DELETE FROM email_confirmations WHERE account_id = $1", account)
        try transaction.execute("DELETE FROM calendar_feeds WHERE account_id = $1", account)
        try transaction.execute("UPDATE erasure_requests SET message = '', answer = '' WHERE account_id = $1", account)
        try transaction.execute("UPDATE recognition_requests SET message = '', reason = NULL WHERE account_id = $1", account)
        try transaction.execute(
            "DELETE FROM recognition_children WHERE request_id IN (SELECT id FROM recognition_requests WHERE account_id = $1)",
            account
        )
        try transaction.execute("UPDATE change_requests SET old_value = '', new_value = '', reason = '' WHERE asked_by = $1", account)
        try transaction.execute("UPDATE custody_wishes SET message = '' WHERE asked_by = $1", account)
        try transaction.execute("UPDATE requests SET note = NULL WHERE account_id = $1", account)
    }
}
