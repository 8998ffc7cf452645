import PortalCore

@testable import PortalServer

extension AccessTown {
    /// One session of each visitor.
    static func sessions(_ town: TestTown, _ other: TestTown, stranger: String) async throws -> [AccessVisitor: Session] {
        func parent(_ login: String, of home: TestTown) async throws -> Session {
            let site = try home.portalSite
            let token = try await site.accounts.signIn(login: login, password: Demo.password, from: "192.0.2.1")
            return Session(cookie: "__Host-famille-\(town.portal.slug)=\(token.text)", secret: token.text)
        }
        func staff(_ login: String, of home: TestTown) async throws -> Session {
            let site = try home.portalSite
            let token = try await site.staff.signIn(login: login, password: Demo.password, from: "192.0.2.1")
            return Session(cookie: "__Host-agent-\(town.portal.slug)=\(token.text)", secret: token.text)
        }
        let logins = try other.portal.database.read { try $0.query("SELECT login FROM accounts ORDER BY id LIMIT 1") { try $0[0] as String } }
        var sessions: [AccessVisitor: Session] = [
            .parent: try await parent("marie.dupont", of: town), .watcher: try await parent("jeanne.guet", of: town),
            .barred: try await parent("bruno.loin", of: town), .stranger: try await parent(stranger, of: town),
            .staffOfAnotherTown: try await staff("admin", of: other),
            .parentOfAnotherTown: try await parent(logins.first ?? "", of: other),
        ]
        for member in DemoStaffMember.all { sessions[.staff(member.role)] = try await staff(member.login.text, of: town) }
        return sessions
    }

    /// Two more adults of the parent's household with accounts: one who only sees its children, one whom a court has barred from them.
    static func addRelatives(to town: TestTown) async throws {
        let access = try town.access("marie.dupont")
        let relatives: [(first: String, last: String, login: String, relation: ChildRelation)] = [
            ("Jeanne", "Guet", "jeanne.guet", ChildRelation(kinship: .stepParent, standing: .none, rights: [.sees])),
            ("Bruno", "Loin", "bruno.loin", ChildRelation(kinship: .father, standing: .barred, rights: [])),
        ]
        try await town.portal.database.write { transaction in
            let households = HouseholdStore(transaction)
            for relative in relatives {
                let details = AdultDetails(
                    title: .madame,
                    firstName: relative.first,
                    lastName: relative.last,
                    email: EmailAddress("\(relative.login)@courriel.example"),
                    phone: nil,
                    address: access.adult.address
                )
                let adult = try households.insertAdult(details)
                for family in access.families { try households.add(adult, to: family.household.id) }
                for child in access.children { try ChildRelationStore(transaction).put(relative.relation, of: adult, to: child.id) }
                try transaction.execute(
                    """
                    INSERT INTO accounts (login, password_hash, adult_id, created_at)
                    SELECT $1, a.password_hash, CAST($2 AS BIGINT), a.created_at FROM accounts a WHERE a.id = $3
                    """,
                    relative.login,
                    adult,
                    access.account
                )
            }
        }
    }
}
