/// Decides, inside one transaction, whether a clé enfance opens a household for somebody, and lets that person in.
struct RegistrationDesk {
    let transaction: any Transaction
    let now: Instant

    /// Where somebody arrives: the household, and the adult whom the town already knows there by that name.
    struct Admission: Hashable {
        let key: ActivationKeyStore.Issued
        let family: Family
        let known: Adult?
    }

    /// Whether the key may be used and the login is free.
    ///
    /// The login is only looked up for the holder of a good key: nobody else learns who exists.
    /// - Throws: `FieldErrors`.
    func admit(_ form: Registration.Checked) throws -> Admission {
        var errors = FieldErrors()
        let key = try usableKey(form.key, &errors)
        let family = try key.flatMap { try FamilyStore(transaction).family($0.household) }
        guard let key, let family else { throw errors }
        let known = try known(form.person, in: family, &errors)
        if let known, try HouseholdOpening(transaction: transaction, key: key).isClosed(to: known.id) {
            errors.add(Registration.Field.key, ActivationKeyRefusal.closed.french)
        }
        if try AccountStore(transaction).isTaken(form.login) {
            errors.add(Registration.Field.login, "Cet identifiant est déjà pris\u{A0}: choisissez-en un autre.")
        }
        guard errors.isEmpty else { throw errors.inOrder(of: Registration.Field.self) }
        return Admission(key: key, family: family, known: known)
    }

    /// Creates the account, uses the key up, and notes both.
    ///
    /// - Throws: `FieldErrors` when somebody else was faster.
    func open(_ form: Registration.Checked, passwordHash: String) throws -> Identifier<Account> {
        let admission = try admit(form)
        let adult = try admission.known.map { try welcomeBack($0, form) } ?? newAdult(form, in: admission.key.household)
        try HouseholdOpening(transaction: transaction, key: admission.key).open(to: adult.id, in: admission.family, isJoining: true)
        let account = try AccountStore(transaction).insert(login: form.login, passwordHash: passwordHash, adult: adult.id, at: now)
        guard try ActivationKeyStore(transaction).claim(admission.key.id, for: account, at: now) else {
            throw FieldErrors(Registration.Field.key, "Cette clé enfance vient de servir.")
        }
        let actor = Actor.account(account)
        let detail = "foyer \(admission.key.household.rawValue), clé \(admission.key.id.rawValue)"
        try AuditLog.record(in: transaction, by: actor, .accountCreated, on: account, detail: detail, at: now)
        try AuditLog.record(in: transaction, by: actor, adult.act, on: adult.id, detail: adult.detail, at: now)
        return account
    }

    private func usableKey(_ key: ActivationKey, _ errors: inout FieldErrors) throws -> ActivationKeyStore.Issued? {
        do {
            return try ActivationKeyStore(transaction).usable(key, at: now)
        } catch let refusal as ActivationKeyRefusal {
            errors.add(Registration.Field.key, refusal.french)
            return nil
        }
    }

    /// The adult of the household who has this name and no account yet; nil when the town knows nobody of that name there.
    private func known(_ person: AdultDetails, in family: Family, _ errors: inout FieldErrors) throws -> Adult? {
        let name = NameKey(firstName: person.firstName, lastName: person.lastName)
        let namesakes = family.adults.filter { NameKey(firstName: $0.firstName, lastName: $0.lastName) == name }
        let withAccount = try AccountStore(transaction).adultsWithAccount(in: family.household.id)
        let known = namesakes.first { !withAccount.contains($0.id) }
        if known == nil, !namesakes.isEmpty {
            errors.add(Registration.Field.key, ActivationKeyRefusal.namesake.french)
        }
        return known
    }

    private typealias Arrival = (id: Identifier<Adult>, act: AuditAct, detail: String)

    /// Keeps the name that the town has on file, takes over how the person is reached.
    private func welcomeBack(_ adult: Adult, _ form: Registration.Checked) throws -> Arrival {
        try HouseholdStore(transaction).updateContacts(of: adult.id, email: form.email, phone: form.phone, address: form.person.address)
        let changes = [
            adult.email == form.email ? nil : "courriel", adult.phone == form.phone ? nil : "téléphone",
            adult.address == form.person.address ? nil : "adresse",
        ]
        return (adult.id, .contactsChanged, changes.compactMap(\.self).joined(separator: ", "))
    }

    private func newAdult(_ form: Registration.Checked, in household: Identifier<Household>) throws -> Arrival {
        let store = HouseholdStore(transaction)
        let adult = try store.insertAdult(form.person)
        try store.add(adult, to: household)
        return (adult, .adultAdded, "foyer \(household.rawValue)")
    }
}
