/// How a parent or a member of the staff turns the second factor on and off.
package struct SecondFactorService: Sendable {
    private let portal: Portal
    private let random: any RandomSource
    private let gate: SecondFactorGate

    package init(_ portal: Portal, random: any RandomSource = SystemRandom()) {
        self.portal = portal
        self.random = random
        gate = SecondFactorGate(portal, random: random)
    }

    /// The name of the form's field.
    package enum Field: String {
        case code
    }

    package func state(of owner: FactorOwner) throws -> SecondFactorState {
        try portal.database.read { transaction in
            let store = SecondFactorStore(transaction, portal.vault)
            guard let secret = try store.secret(of: owner) else { return .off }
            guard let since = try store.confirmedAt(owner) else {
                let holder = try FactorHolderStore(transaction).holder(of: owner)
                let issuer = try PortalCatalogueStore(transaction).load()?.settings.shortName
                return .pending(SecondFactorKey(secret: secret, account: holder?.login ?? "", issuer: issuer ?? portal.slug))
            }
            return .on(since: since, recoveryCodes: try store.recoveryCodes(of: owner))
        }
    }

    /// Draws a secret, which a first code confirms. Nothing happens when a second factor is on already.
    package func begin(for owner: FactorOwner) async throws {
        let secret = random.bytes(20)
        try await portal.database.write { [vault = portal.vault] transaction in
            let store = SecondFactorStore(transaction, vault)
            if try !store.isOn(owner) { try store.begin(secret, for: owner) }
        }
    }

    /// Turns the second factor on with a first code.
    ///
    /// - Returns: the recovery codes, which nobody can read afterwards.
    /// - Throws: `FieldErrors` about `Field`.
    package func confirm(_ code: String, for owner: FactorOwner) async throws -> [String] {
        try await givingCodes(code, to: owner, act: .secondFactorOn, change: .on) { store, now in try store.confirm(owner, at: now) }
    }

    /// Gives out new recovery codes; those before stop working.
    ///
    /// - Throws: `FieldErrors` about `Field`.
    package func renewRecoveryCodes(_ code: String, for owner: FactorOwner) async throws -> [String] {
        try await givingCodes(code, to: owner, act: .recoveryCodesRenewed, change: nil) { _, _ in }
    }

    /// Turns the second factor off.
    ///
    /// - Throws: `FieldErrors` about `Field`.
    package func disable(_ code: String, for owner: FactorOwner) async throws {
        try await spending(code, of: owner) { [vault = portal.vault] transaction, now in
            try SecondFactorStore(transaction, vault).delete(owner)
            try Self.note(.secondFactorOff, of: owner, by: owner.actor, change: .off, in: transaction, at: now)
        }
    }

    /// Takes the second factor away from somebody who has lost telephone and codes, and has been recognised otherwise. A mail says so.
    ///
    /// - Returns: whether there was one.
    @discardableResult
    package func reset(_ owner: FactorOwner, by administrator: Identifier<StaffMember>) async throws -> Bool {
        let now = portal.clock.now
        return try await portal.database.write { [vault = portal.vault] transaction in
            guard try SecondFactorStore(transaction, vault).delete(owner) else { return false }
            try Self.note(.secondFactorReset, of: owner, by: .staff(administrator), change: .reset, in: transaction, at: now)
            return true
        }
    }

    private func givingCodes(
        _ code: String,
        to owner: FactorOwner,
        act: AuditAct,
        change: SecondFactorChange?,
        _ body: @escaping @Sendable (SecondFactorStore, Instant) throws -> Void
    ) async throws -> [String] {
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode(from: random) }
        try await spending(code, of: owner) { [vault = portal.vault] transaction, now in
            let store = SecondFactorStore(transaction, vault)
            try body(store, now)
            try store.putRecoveryCodes(codes, for: owner)
            try Self.note(act, of: owner, by: owner.actor, change: change, in: transaction, at: now)
        }
        return codes.map(\.text)
    }

    private func spending(
        _ code: String,
        of owner: FactorOwner,
        _ body: @escaping @Sendable (any Transaction, Instant) throws -> Void
    ) async throws {
        do {
            try await gate.spend(code, of: owner, body)
        } catch let refusal as SignInRefusal {
            throw FieldErrors(Field.code, refusal.french)
        }
    }

    /// The line in the journal, and the mail by which the owner learns of it.
    private static func note(
        _ act: AuditAct,
        of owner: FactorOwner,
        by actor: Actor,
        change: SecondFactorChange?,
        in transaction: any Transaction,
        at now: Instant
    ) throws {
        switch owner {
        case .account(let id): try AuditLog.record(in: transaction, by: actor, act, on: id, detail: owner.name, at: now)
        case .staff(let id): try AuditLog.record(in: transaction, by: actor, act, on: id, detail: owner.name, at: now)
        }
        guard let change, let holder = try FactorHolderStore(transaction).holder(of: owner), let email = holder.email,
            let settings = try PortalCatalogueStore(transaction).load()?.settings
        else { return }
        let mail = Mail.secondFactor(change, to: email, name: holder.name, login: holder.login, at: now, from: settings)
        try OutboxStore(transaction).enqueue(mail, to: owner.columns.account, at: now)
    }
}

extension AuditAct {
    /// Subject of these: the account or the staff member, as the detail says.
    fileprivate static let secondFactorOn = AuditAct(rawValue: "secondFactor.on")
    fileprivate static let secondFactorOff = AuditAct(rawValue: "secondFactor.off")
    fileprivate static let secondFactorReset = AuditAct(rawValue: "secondFactor.reset")
    fileprivate static let recoveryCodesRenewed = AuditAct(rawValue: "secondFactor.codesRenewed")
}
