extension AccountService {
    /// Uses a clé enfance for an account that exists: another child, or another household.
    ///
    /// - Parameter remoteAddress: where the browser is; wrong keys are slowed for it and for the account.
    /// - Throws: `FieldErrors` about `Registration.Field.key`; `SignInRefusal.tooManyAttempts`.
    package func addKey(_ typed: String, to account: Identifier<Account>, from remoteAddress: String) async throws {
        guard !typed.allSatisfy(\.isWhitespace) else { throw ActivationKeyRefusal.empty.inForm }
        guard let key = ActivationKey(typed) else { throw ActivationKeyRefusal.mistyped.inForm }
        let now = portal.clock.now
        let attempts = [
            AttemptThrottle.Attempt(key: RemoteAddress(remoteAddress).subscriber, limit: .activationKeys),
            AttemptThrottle.Attempt(key: "compte \(account.rawValue)", limit: .activationKeys),
        ]
        if let wait = try await keyThrottle.begin(attempts, at: now) { throw SignInRefusal.tooManyAttempts(waitSeconds: wait) }
        do {
            try await portal.database.write { transaction in
                try transaction.lock("account:\(account.rawValue)")
                try AddedKey(transaction: transaction, account: account, now: now).use(key)
            }
        } catch let refusal as ActivationKeyRefusal {
            if refusal == .alreadyOpen { try await keyThrottle.succeed(shared: attempts) }
            throw refusal.inForm
        }
        try await keyThrottle.succeed(shared: attempts)
    }
}

extension ActivationKeyRefusal {
    fileprivate var inForm: FieldErrors { FieldErrors(Registration.Field.key, french) }
}

/// One key that somebody who has an account types, inside one transaction.
private struct AddedKey {
    let transaction: any Transaction
    let account: Identifier<Account>
    let now: Instant

    func use(_ key: ActivationKey) throws {
        let keys = ActivationKeyStore(transaction)
        let issued = try keys.usable(key, at: now)
        guard let family = try FamilyStore(transaction).family(issued.household),
            let owner = try AccountOwnerStore(transaction).adult(of: account)
        else { throw ActivationKeyRefusal.unknown }
        let opening = HouseholdOpening(transaction: transaction, key: issued)
        guard try !opening.isOpen(to: owner.id, in: family) else { throw ActivationKeyRefusal.alreadyOpen }
        let isJoining = !family.adults.contains { $0.id == owner.id }
        let adult = try isJoining ? join(family, owner) : owner.id
        guard try !opening.isClosed(to: adult) else { throw ActivationKeyRefusal.closed }
        try opening.open(to: adult, in: family, isJoining: isJoining)
        guard try keys.claim(issued.id, for: account, at: now) else { throw ActivationKeyRefusal.used(ParisTime.date(now)) }
        try RecognitionStore(transaction).settleWaiting(of: account, with: issued.household, at: now)
        let child = issued.child.map { ", enfant \($0.rawValue)" } ?? ""
        let detail = "foyer \(issued.household.rawValue), clé \(issued.id.rawValue)\(child)"
        try AuditLog.record(in: transaction, by: .account(account), .activationKeyAdded, on: account, detail: detail, at: now)
    }

    /// Makes the account's adult a member. Where the town knows somebody of that name there who has no account, it is the same person.
    private func join(_ family: Family, _ owner: Adult) throws -> Identifier<Adult> {
        let name = NameKey(firstName: owner.firstName, lastName: owner.lastName)
        let namesakes = family.adults.filter { NameKey(firstName: $0.firstName, lastName: $0.lastName) == name }
        let withAccount = try AccountStore(transaction).adultsWithAccount(in: family.household.id)
        guard let known = namesakes.first(where: { !withAccount.contains($0.id) }) else {
            guard namesakes.isEmpty else { throw ActivationKeyRefusal.namesake }
            try HouseholdStore(transaction).add(owner.id, to: family.household.id)
            return owner.id
        }
        // Somebody whom the town had not recognised yet has no household to keep: the account moves to the adult on file.
        if try HouseholdAccess(account: account, in: transaction) == nil, let email = owner.email, let phone = owner.phone {
            try HouseholdStore(transaction).updateContacts(of: known.id, email: email, phone: phone, address: owner.address)
            try RecognitionStore(transaction).move(account, from: owner.id, to: known.id)
            return known.id
        }
        try HouseholdStore(transaction).replace(known.id, with: owner.id, in: family.household.id)
        try ChildRelationStore(transaction).move(from: known.id, to: owner.id, for: family.children.map(\.id))
        return owner.id
    }
}

extension AuditAct {
    /// Subject: the account.
    fileprivate static let activationKeyAdded = AuditAct(rawValue: "account.keyAdded")
}
