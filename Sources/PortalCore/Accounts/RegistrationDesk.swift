/// Decides, inside one transaction, whether a clé enfance opens a household for somebody, and lets that person in.
struct RegistrationDesk {
    let transaction: any Transaction
    let now: Instant

    /// Where somebody arrives: the household, and the adult whom the town already knows there by that name.
    struct Admission: Hashable {
        let key: Identifier<ActivationKey>
        let household: Identifier<Household>
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
        if try AccountStore(transaction).isTaken(form.login) {
            errors.add(Registration.Field.login, "Cet identifiant est déjà pris\u{A0}: choisissez-en un autre.")
        }
        guard errors.isEmpty else { throw errors.inOrder(of: Registration.Field.self) }
        return Admission(key: key.id, household: key.household, known: known)
    }

    /// Creates the account, uses the key up, and notes both.
    ///
    /// - Throws: `FieldErrors` when somebody else was faster.
    func open(_ form: Registration.Checked, passwordHash: String) throws -> Identifier<Account> {
        let admission = try admit(form)
        let adult = try admission.known.map { try welcomeBack($0, form) } ?? newAdult(form, in: admission.household)
        let account = try AccountStore(transaction).insert(login: form.login, passwordHash: passwordHash, adult: adult.id, at: now)
        guard try ActivationKeyStore(transaction).claim(admission.key, for: account, at: now) else {
            throw FieldErrors(Registration.Field.key, "Cette clé enfance vient de servir.")
        }
        let actor = Actor.account(account)
        let detail = "foyer \(admission.household.rawValue), clé \(admission.key.rawValue)"
        try AuditLog.record(in: transaction, by: actor, .accountCreated, on: account, detail: detail, at: now)
        try AuditLog.record(in: transaction, by: actor, adult.act, on: adult.id, detail: adult.detail, at: now)
        return account
    }

    private func usableKey(_ key: ActivationKey, _ errors: inout FieldErrors) throws -> ActivationKeyStore.Issued? {
        guard let issued = try ActivationKeyStore(transaction).find(key) else {
            errors.add(
                Registration.Field.key,
                "Nous ne connaissons pas cette clé enfance. Vérifiez qu'elle vient bien de cette collectivité, ou demandez-en une au service."
            )
            return nil
        }
        if let usedAt = issued.usedAt {
            let day = ParisTime.date(usedAt).frenchWithoutWeekday
            errors.add(
                Registration.Field.key,
                "Cette clé enfance a déjà servi, le \(day). Chaque adulte a sa propre clé\u{A0}: demandez la vôtre au service."
            )
            return nil
        }
        if let revokedAt = issued.revokedAt {
            let day = ParisTime.date(revokedAt).frenchWithoutWeekday
            errors.add(Registration.Field.key, "Cette clé enfance a été annulée le \(day). Demandez-en une nouvelle au service.")
            return nil
        }
        if issued.expiresAt <= now {
            let day = ParisTime.date(issued.expiresAt).frenchWithoutWeekday
            errors.add(Registration.Field.key, "Cette clé enfance n'est plus valable depuis le \(day). Demandez-en une nouvelle au service.")
            return nil
        }
        return issued
    }

    /// The adult of the household who has this name and no account yet; nil when the town knows nobody of that name there.
    private func known(_ person: AdultDetails, in family: Family, _ errors: inout FieldErrors) throws -> Adult? {
        let name = NameKey(firstName: person.firstName, lastName: person.lastName)
        let namesakes = family.adults.filter { NameKey(firstName: $0.firstName, lastName: $0.lastName) == name }
        let withAccount = try AccountStore(transaction).adultsWithAccount(in: family.household.id)
        let known = namesakes.first { !withAccount.contains($0.id) }
        if known == nil, !namesakes.isEmpty {
            errors.add(
                Registration.Field.key,
                "Un espace existe déjà à votre nom dans ce foyer\u{A0}: connectez-vous, ou demandez votre identifiant au service."
            )
        }
        return known
    }

    private typealias Arrival = (id: Identifier<Adult>, act: AuditAct, detail: String)

    /// Keeps the name that the town has on file, takes over how the person is reached.
    private func welcomeBack(_ adult: Adult, _ form: Registration.Checked) throws -> Arrival {
        try HouseholdStore(transaction).updateContacts(of: adult.id, email: form.email, phone: form.phone, address: form.person.address)
        let before = [adult.email?.text, adult.phone?.international, adult.address.line]
        let after = [form.email.text, form.phone.international, form.person.address.line]
        let changes = zip(before, after).filter { $0 != $1 }.map { "\($0 ?? "rien") → \($1)" }
        return (adult.id, .contactsChanged, changes.joined(separator: "; "))
    }

    private func newAdult(_ form: Registration.Checked, in household: Identifier<Household>) throws -> Arrival {
        let store = HouseholdStore(transaction)
        let adult = try store.insertAdult(form.person)
        try store.add(adult, to: household)
        return (adult, .adultAdded, "foyer \(household.rawValue)")
    }
}
