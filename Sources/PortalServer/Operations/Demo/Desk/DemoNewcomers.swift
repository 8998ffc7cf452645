import PortalCore

/// Two families ask to be recognised: one whose child the town knows, under a name that the staff will find, and one that has just moved in.
struct DemoNewcomers {
    let desk: DemoDesk

    func fill() async throws {
        // The first one gets an account from the staff.
        guard let family = try desk.familiesWithoutAccount(3).dropFirst().last, let parent = family.adults.last, let child = family.children.last
        else {
            return
        }
        try await register(
            title: parent.title,
            firstName: parent.firstName,
            lastName: parent.lastName,
            contacts: OwnContacts(of: parent),
            child: RecognitionForm.ChildLine(firstName: child.firstName, lastName: child.lastName, birthDay: child.birthDay.iso),
            message: "Nous n'avons pas reçu de clé enfance, peut-être à cause d'un changement d'adresse e-mail.",
            hoursAgo: 26
        )
        let address = parent.address
        let birthDay = desk.portal.clock.today.adding(days: -6 * 365 - 40).iso
        try await register(
            title: .madame,
            firstName: "Solène",
            lastName: "Kervella",
            contacts: OwnContacts(street: "3 rue du Port", postalCode: address.postalCode.digits, city: address.city, phone: "06 39 98 45 12"),
            child: RecognitionForm.ChildLine(firstName: "Maëline", lastName: "Kervella", birthDay: birthDay),
            message: "Nous arrivons de Brest. Maëline entre à l'école élémentaire le mois prochain.",
            hoursAgo: 3
        )
    }

    private func register(
        title: Title,
        firstName: String,
        lastName: String,
        contacts: OwnContacts,
        child: RecognitionForm.ChildLine,
        message: String,
        hoursAgo hours: Int
    ) async throws {
        let form = NewcomerRegistration(
            title: title.rawValue,
            firstName: firstName,
            lastName: lastName,
            contacts: contacts,
            email: "\(Demo.plain(firstName)).\(Demo.plain(lastName)).famille@courriel.example",
            password: Demo.password,
            family: RecognitionForm(children: [child], message: message)
        )
        let accounts = AccountService(desk.portal(hoursAgo: hours), passwords: desk.passwords, random: desk.random)
        _ = try await accounts.registerNewcomer(form, from: "192.0.2.\(hours)") { [desk] in desk.address(of: "confirmer-mon-adresse/\($0)") }
    }
}

extension DemoDesk {
    /// The first families of which nobody has an account or a key.
    func familiesWithoutAccount(_ count: Int) throws -> [Family] {
        let households = try portal.database.read { try DemoStore($0).householdsWithoutAccount(limit: count) }
        return try households.compactMap { try HouseholdDesk(portal).file(of: $0)?.family }
    }
}
