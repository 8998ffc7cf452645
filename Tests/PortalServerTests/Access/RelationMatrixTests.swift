import HTMLTemplates
import PortalCore
import Testing

@testable import PortalServer

/// What an adult is to the children of its household × every parents' page about them: what is let in, what is not, and that no page names a child
/// that the adult may not see.
@Suite struct RelationMatrixTests {
    /// Every standing with nothing, with each right alone, with booking (which needs seeing), and with all.
    static let relations: [ChildRelation] = {
        let rights: [Set<ChildRight>] = [[]] + ChildRight.allCases.map { [$0] } + [[.sees, .pays, .picksUp], Set(ChildRight.allCases)]
        let standing = ParentalStanding.allCases.filter { $0 != .barred }
        return standing.flatMap { standing in rights.map { ChildRelation(kinship: .other, standing: standing, rights: $0) } }
            + [ChildRelation(kinship: .father, standing: .barred, rights: Set(ChildRight.allCases))]
    }()

    @Test func `every parents' page answers each relation as its row says`() async throws {
        for relation in Self.relations {
            // A form that is let in changes the town.
            let town = try await AccessTown()
            try await town.nameChildren("Zébulon")
            try await town.relate(relation)
            for page in ParentPage.examples {
                guard let page = town.page(page, about: .own) else { continue }
                for method in [HTTPMethod.get, .post] { try await check(page, method, relation, town) }
            }
        }
    }

    private func check(_ page: ParentPage, _ method: HTTPMethod, _ relation: ChildRelation, _ town: AccessTown) async throws {
        let response = try await town.answer(page, method, to: .watcher)
        let what = "\(method.name) \(page) for \(relation.words)"
        let (answer, expected) = (AccessAnswer(response), expected(page, method, relation))
        if answer != expected { Issue.record("\(what): \(answer), \(response.status.code), instead of \(expected)") }
        let text = String(decoding: response.body, as: UTF8.self)
        if !relation.has(.sees), text.contains("Zébulon") { Issue.record("\(what): names the child") }
    }

    private func expected(_ page: ParentPage, _ method: HTTPMethod, _ relation: ChildRelation) -> AccessAnswer {
        let row = AccessRow(page)
        guard let answer = method == .get ? row.get : row.post else { return relation.standing == .barred ? .leadsOn : .noSuchMethod }
        // To whom a court has taken every child, the household does not exist.
        if relation.standing == .barred { return .leadsOn }
        let needs = RelationRow(page)
        let need = method == .get ? needs.get : needs.post
        if need.isMet(by: relation) { return answer }
        if method == .get, !relation.has(.sees), let instead = needs.withoutSeeing { return instead }
        if answer == .leadsOn && method == .get { return .leadsOn }
        let isKnown = relation.has(.sees) || needs.isOfHousehold
        return needs.isHidden || !isKnown ? .unknown : .forbidden
    }
}

extension ChildRelation {
    var words: String { ([standing.rawValue] + ChildRight.allCases.filter(has).map(\.rawValue)).joined(separator: " ") }
}

extension AccessTown {
    /// Gives all the children of the household one first name, which nothing else has.
    fileprivate func nameChildren(_ name: String) async throws {
        let children = try town.access("marie.dupont").children.map(\.id)
        try await town.portal.database.write { transaction in
            let watcher: (Identifier<Account>, EmailAddress)? = try transaction.first(
                "SELECT k.id, a.email FROM accounts k JOIN adults a ON a.id = k.adult_id WHERE k.login = 'jeanne.guet'"
            ) { (try $0[0], try $0[1]) }
            guard let (account, recipient) = watcher else { throw TestTown.Missing() }
            let mail = Mail(recipient: recipient, subject: "Essai", body: "Le justificatif de \(name) est accepté.")
            try OutboxStore(transaction).enqueue(mail, to: account, at: Instant(seconds: 1_782_900_000))
            for child in children { try transaction.execute("UPDATE children SET first_name = $2 WHERE id = $1", child, name) }
        }
    }

    /// Makes the watcher something else to the children.
    func relate(_ relation: ChildRelation) async throws {
        let children = try town.access("marie.dupont").children.map(\.id)
        try await town.portal.database.write { transaction in
            let adult: Identifier<Adult>? = try transaction.first("SELECT adult_id FROM accounts WHERE login = 'jeanne.guet'") { try $0[0] }
            guard let adult else { throw TestTown.Missing() }
            for child in children { try ChildRelationStore(transaction).put(relation, of: adult, to: child) }
        }
    }
}
