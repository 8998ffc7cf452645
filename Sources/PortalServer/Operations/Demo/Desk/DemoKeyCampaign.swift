import PortalCore

/// A key campaign half way: most mails have arrived, two came back, one family has its account, and who has no address waits for a letter.
struct DemoKeyCampaign {
    let desk: DemoDesk

    func fill() async throws {
        guard let clerk = try desk.clerk() else { return }
        let then = desk.portal(hoursAgo: 6 * 24)
        let campaigns = KeyCampaignService(then, random: desk.random)
        let year = SchoolYear(containing: desk.portal.clock.today).startYear
        let form = KeyCampaignForm(name: "Rentrée \(year)", enrolledOnly: true)
        let id = try await campaigns.start(form, by: clerk, link: desk.address(of: "creer-mon-espace"))
        let mails = try desk.portal.database.read { try DemoStore($0).keyMails(of: id) }
        if let first = mails.first { try await createAccount(with: first) }
        for (mail, answer) in zip(mails.dropFirst(2), ["550 5.1.1 User unknown", "552 5.2.2 Mailbox full"]) {
            guard let message = try OutboxService(then).message(mail.mail) else { continue }
            try await OutboxService(then).markRefused(message, MailRefusal(isPermanent: true, answer: answer))
        }
    }

    /// The first adult of the family uses the key two days later.
    private func createAccount(with mail: DemoStore.KeyMail) async throws {
        guard let adult = try HouseholdDesk(desk.portal).file(of: mail.household)?.family.adults.first, let email = adult.email,
            // A campaign by child has several, each on a line after the child's name.
            let key = mail.secret.split(separator: "\n").first?.split(separator: " ").last
        else { return }
        let contacts = OwnContacts(of: adult)
        let form = Registration(
            title: adult.title.rawValue,
            firstName: adult.firstName,
            lastName: adult.lastName,
            street: contacts.street,
            postalCode: contacts.postalCode,
            city: contacts.city,
            phone: contacts.phone,
            email: email.text,
            login: "\(Demo.plain(adult.firstName)).\(Demo.plain(adult.lastName)).\(desk.portal.clock.today.year)",
            password: Demo.password,
            key: String(key)
        )
        let accounts = AccountService(desk.portal(hoursAgo: 4 * 24), passwords: desk.passwords, random: desk.random)
        _ = try await accounts.register(form, from: "192.0.2.77") { [desk] in desk.address(of: "confirmer-mon-adresse/\($0)") }
    }
}
