/// Replaces the names of people and forgets what else is known of them, inside one transaction. Amounts, presences and the journal stay, with
/// numbers in place of names.
struct PersonErasing {
    private let transaction: any Transaction
    private let vault: Vault
    private let actor: Actor
    private let now: Instant

    init(_ transaction: any Transaction, _ vault: Vault, _ actor: Actor, _ now: Instant) {
        self.transaction = transaction
        self.vault = vault
        self.actor = actor
        self.now = now
    }

    /// An adult, whose account closes; then the households where nobody is left, with their children.
    func erase(_ adult: Identifier<Adult>) throws {
        let store = ErasedPersonStore(transaction)
        guard try store.mark(adult, at: now) else { return }
        if let account = try store.account(of: adult) {
            try AccountClosing(transaction, vault).close(account, by: actor, at: now)
            try ErasedAccountStore(transaction).erase(account)
        }
        try store.erase(adult)
        try AuditLog.record(in: transaction, by: actor, .adultErased, on: adult, at: now)
        for household in try store.deserted(by: adult) { try erase(household) }
    }

    /// A household, its adults and its children; those who also live in another one stay.
    func erase(_ household: Identifier<Household>) throws {
        let store = ErasedPersonStore(transaction)
        guard try store.mark(household, at: now) else { return }
        try store.erase(household)
        try AuditLog.record(in: transaction, by: actor, .householdErased, on: household, at: now)
        for child in try store.childrenWithoutHome(of: household) {
            guard try store.mark(child, at: now) else { continue }
            try ChildErasing(transaction).erase(child)
            try AuditLog.record(in: transaction, by: actor, .childErased, on: child, at: now)
        }
        for adult in try store.adultsWithoutHome(of: household) { try erase(adult) }
    }
}

extension AuditAct {
    /// Subject: the adult, the child, the household.
    fileprivate static let adultErased = AuditAct(rawValue: "retention.adultErased")
    fileprivate static let childErased = AuditAct(rawValue: "retention.childErased")
    fileprivate static let householdErased = AuditAct(rawValue: "retention.householdErased")
}
