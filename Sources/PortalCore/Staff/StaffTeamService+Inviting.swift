extension StaffTeamService {
    /// Creates a colleague's account without password and mails the link that chooses one. The e-mail address is the login.
    ///
    /// - Parameter link: the absolute address of the page that chooses the password with a token.
    /// - Throws: `FieldErrors` with a sentence for each wrong field; `StaffTeamRefusal`.
    package func invite(
        firstName: String,
        lastName: String,
        email: String,
        as assignment: StaffAssignment,
        by administrator: Identifier<StaffMember>,
        link: @escaping @Sendable (String) -> String
    ) async throws {
        let now = portal.clock.now
        let invitation = StaffInvitation(from: random, at: now)
        try await portal.database.write { transaction in
            try Self.admit(administrator, transaction)
            var errors = FieldErrors()
            let firstName = errors.require(Self.name(firstName), StaffAssignment.Field.firstName, "Indiquez le prénom, en lettres.")
            let lastName = errors.require(Self.name(lastName), StaffAssignment.Field.lastName, "Indiquez le nom, en lettres.")
            let address = errors.require(EmailAddress(email), StaffAssignment.Field.email, "Cette adresse e-mail n'est pas valable.")
            let login = address.flatMap { Login($0.text) }
            if address != nil, login == nil {
                errors.add(
                    StaffAssignment.Field.email,
                    "Cette adresse ne peut pas servir d'identifiant\u{A0}: lettres sans accent, chiffres, . - _ seulement."
                )
            }
            let checked = assignment.check(known: try Self.knownPlaces(transaction), &errors)
            if let login, try StaffTeamStore(transaction).colleagues().contains(where: { $0.member.login == login.text }) {
                errors.add(StaffAssignment.Field.email, "Un agent a déjà cette adresse pour identifiant.")
            }
            guard errors.isEmpty, let firstName, let lastName, let address, let login, let (role, places) = checked else { throw errors }
            let id = try StaffStore(transaction).insert(login: login, passwordHash: "", firstName: firstName, lastName: lastName, role: role)
            try StaffTeamStore(transaction).setEmail(of: id, to: address)
            try StaffStore(transaction).bind(id, to: places)
            try Self.send(invitation, to: id, address, link, in: transaction, at: now)
            try AuditLog.record(in: transaction, by: .staff(administrator), .staffInvited, on: id, detail: role.french, at: now)
        }
    }

    /// Mails a new link, for who has not come in yet or has forgotten the password; the old password goes on working until another is chosen.
    ///
    /// - Throws: `StaffTeamRefusal.unknown` for who has no address or is deactivated.
    package func inviteAgain(
        _ id: Identifier<StaffMember>,
        by administrator: Identifier<StaffMember>,
        link: @escaping @Sendable (String) -> String
    ) async throws {
        let invitation = StaffInvitation(from: random, at: portal.clock.now)
        try await change(id, by: administrator) { transaction, colleague, now in
            if case .deactivated = colleague.state { throw StaffTeamRefusal.unknown }
            guard let address = colleague.email else { throw StaffTeamRefusal.unknown }
            try Self.send(invitation, to: id, address, link, in: transaction, at: now)
            try AuditLog.record(in: transaction, by: .staff(administrator), .staffInvited, on: id, detail: "nouveau lien", at: now)
        }
    }

    /// Whether a link still works.
    package func invitation(token: String) throws -> StaffInvitationState {
        let now = portal.clock.now
        guard let (colleague, expiry) = try portal.database.read({ try StaffTeamStore($0).invited(token: token) }) else { return .unknown }
        return expiry > now ? .usable(login: colleague.member.login) : .expired(expiry)
    }

    /// Stores the password that an invited colleague has chosen, ends the link and every session.
    ///
    /// - Returns: nil when it was done, otherwise why the link does not work.
    /// - Throws: `FieldErrors` for a password that may not be used; `PasswordHasherFailure` when too many wait.
    package func choosePassword(_ password: String, token: String, passwords: PasswordHasher) async throws -> StaffInvitationState? {
        let state = try invitation(token: token)
        guard case .usable(let login) = state else { return state }
        if let refusal = PasswordRule.refusal(of: password, login: Login(login)) { throw FieldErrors(NewPasswordField.new, refusal) }
        let hash = try await passwords.hash(password)
        let now = portal.clock.now
        return try await portal.database.write { transaction in
            let store = StaffTeamStore(transaction)
            guard let (colleague, expiry) = try store.invited(token: token), expiry > now else { return .unknown }
            let id = colleague.member.id
            try StaffStore(transaction).updatePasswordHash(of: id, to: hash)
            try store.deleteInvitations(of: id)
            try store.deleteSessions(of: id)
            try AuditLog.record(in: transaction, by: .staff(id), .staffPasswordChosen, on: id, at: now)
            return nil
        }
    }

    private static func send(
        _ invitation: StaffInvitation,
        to id: Identifier<StaffMember>,
        _ address: EmailAddress,
        _ link: (String) -> String,
        in transaction: any Transaction,
        at now: Instant
    ) throws {
        let store = StaffTeamStore(transaction)
        try store.insert(invitation, for: id)
        guard let colleague = try store.colleague(id), let settings = try PortalCatalogueStore(transaction).load()?.settings else {
            throw DatabaseError.other("no definition was imported into this portal")
        }
        let mail = Mail.staffInvitation(
            to: address,
            name: colleague.member.fullName,
            login: colleague.member.login,
            link: link(invitation.token.text),
            expiry: invitation.expiry,
            from: settings
        )
        try OutboxStore(transaction).enqueue(mail, to: nil, at: now)
    }

    /// A name of letters and what joins them, its spaces made single; nil for anything else.
    private static func name(_ typed: String) -> String? {
        let line = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard line.contains(where: \.isLetter), line.count <= 120, line.allSatisfy({ $0.isLetter || " '’-.".contains($0) }) else { return nil }
        return line
    }
}
