/// Reads and writes the town's choice.
struct ActivationKeyScopeStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func scope() throws -> ActivationKeyScope {
        try transaction.first("SELECT key_scope FROM portal WHERE id = 1") { try $0[0] } ?? .household
    }

    func put(_ scope: ActivationKeyScope) throws {
        try transaction.execute("UPDATE portal SET key_scope = $1 WHERE id = 1", scope)
    }
}
