import PortalCore

/// Who may log in with a first password that the town made up.
struct DemoPreparedAccount: Sendable {
    let login: String
    let firstPassword: String
    let name: String

    var json: JSONText {
        .object([("login", .text(login)), ("firstPassword", .text(firstPassword)), ("name", .text(name))])
    }
}

/// The staff have prepared an account, which waits for its first login.
struct DemoPreparedAccounts {
    let desk: DemoDesk

    func fill() async throws -> [DemoPreparedAccount] {
        guard let clerk = try desk.clerk(), let adult = try desk.familiesWithoutAccount(1).first?.adults.first, adult.email != nil else { return [] }
        let accounts = AccountService(desk.portal(hoursAgo: 47), passwords: desk.passwords, random: desk.random)
        try await accounts.prepareAccount(for: adult.id, by: clerk, link: desk.address(of: "connexion"))
        guard let login = try accounts.person(adult.id)?.account?.login,
            let password = try desk.portal.database.read({ try DemoStore($0).secretOfLatestMail(to: adult.id) })
        else { return [] }
        return [DemoPreparedAccount(login: login, firstPassword: password, name: adult.fullName)]
    }
}
