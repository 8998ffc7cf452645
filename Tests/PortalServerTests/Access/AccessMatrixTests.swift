import HTMLTemplates
import PortalCore
import Testing

@testable import PortalServer

/// Every page and method against everybody who may ask: what is let in, what is not, and that a refusal tells nothing.
@Suite struct AccessMatrixTests {
    private let methods: [(HTTPMethod, AccessRow.HTTPMethodKind)] = [
        (.get, .get), (.head, .get), (.put, .other), (.delete, .other), (.post, .post),
    ]

    @Test func `every public page answers everybody as its row says`() async throws {
        let town = try await AccessTown()
        for page in PublicPage.examples.sorted(by: { $0 != .signOut && $1 == .signOut }) {
            for visitor in AccessVisitor.all { try await check(page, AccessRow(page), .own, visitor, town) }
        }
    }

    @Test func `every page about the account answers everybody as its row says`() async throws {
        let town = try await AccessTown()
        for page in AccountPage.examples {
            for visitor in AccessVisitor.all { try await check(page, AccessRow(page), .own, visitor, town) }
        }
    }

    @Test func `every staff page about accounts answers everybody as its row says`() async throws {
        let town = try await AccessTown()
        for page in AccountDeskPage.examples {
            for visitor in AccessVisitor.all { try await check(page, AccessRow(page), .own, visitor, town) }
        }
    }

    @Test func `every page about who was there answers everybody as its row says`() async throws {
        let town = try await AccessTown()
        for page in AttendanceDeskPage.examples {
            for object in AccessObject.allCases {
                guard let page = town.page(page, about: object) else { continue }
                for visitor in AccessVisitor.all { try await check(page, AccessRow(page), object, visitor, town) }
            }
        }
    }

    @Test func `every staff page about what families owe answers everybody as its row says`() async throws {
        let town = try await AccessTown()
        for page in ArrearsDeskPage.examples {
            for object in AccessObject.allCases {
                guard let page = town.page(page, about: object) else { continue }
                for visitor in AccessVisitor.all { try await check(page, AccessRow(page), object, visitor, town) }
            }
        }
    }

    @Test func `every staff page about documents answers everybody as its row says`() async throws {
        let town = try await AccessTown()
        for page in DocumentDeskPage.examples {
            for object in AccessObject.allCases {
                guard let page = town.page(page, about: object) else { continue }
                for visitor in AccessVisitor.all { try await check(page, AccessRow(page), object, visitor, town) }
            }
        }
    }

    @Test func `every staff page about schools answers everybody as its row says`() async throws {
        let town = try await AccessTown()
        for page in SchoolingDeskPage.examples {
            for object in AccessObject.allCases {
                guard let page = town.page(page, about: object) else { continue }
                for visitor in AccessVisitor.all { try await check(page, AccessRow(page), object, visitor, town) }
            }
        }
    }

    @Test func `every staff page about the yearly check answers everybody as its row says`() async throws {
        let town = try await AccessTown()
        for page in FamilyCheckDeskPage.examples {
            for visitor in AccessVisitor.all { try await check(page, AccessRow(page), .own, visitor, town) }
        }
    }

    @Test func `every page about nurseries answers everybody as its row says`() async throws {
        let town = try await AccessTown()
        for page in NurseryDeskPage.examples {
            for object in AccessObject.allCases {
                guard let page = town.page(page, about: object) else { continue }
                for visitor in AccessVisitor.all { try await check(page, AccessRow(page), object, visitor, town) }
            }
        }
    }

    @Test func `every parents' page answers everybody as its row says`() async throws {
        let town = try await AccessTown()
        for page in ParentPage.examples {
            for object in AccessObject.allCases {
                guard let page = town.page(page, about: object) else { continue }
                for visitor in AccessVisitor.all { try await check(page, AccessRow(page), object, visitor, town) }
            }
        }
    }

    @Test func `every staff page answers everybody as its row says`() async throws {
        let town = try await AccessTown()
        for page in StaffPage.examples.sorted(by: { $0 != .signOut && $1 == .signOut }) {
            for object in AccessObject.allCases {
                guard let page = town.page(page, about: object) else { continue }
                for visitor in AccessVisitor.all { try await check(page, AccessRow(page), object, visitor, town) }
            }
        }
    }

    private func check(_ page: some PortalPage, _ row: AccessRow, _ object: AccessObject, _ visitor: AccessVisitor, _ town: AccessTown) async throws {
        for (method, kind) in methods {
            let response = try await town.answer(page, method, to: visitor)
            let expected = row.answer(to: visitor, kind, about: object)
            let answer = AccessAnswer(response)
            if answer != expected {
                Issue.record("\(method.name) \(page) (\(object)) by \(visitor): \(answer), \(response.status.code), instead of \(expected)")
            }
            if ![.shown, .refused].contains(expected) { try tellsNothing(response, object, town, "\(method.name) \(page) by \(visitor)") }
        }
    }

    /// A refusal names nobody, and is the same for what exists and what does not.
    private func tellsNothing(_ response: HTTPResponse, _ object: AccessObject, _ town: AccessTown, _ what: String) throws {
        let text = String(decoding: response.body, as: UTF8.self)
        for secret in try town.secrets(of: object) where text.contains(secret) { Issue.record("\(what): the answer says « \(secret) »") }
    }

    @Test func `what is somebody else's and what does not exist have one answer, word for word`() async throws {
        let town = try await AccessTown()
        for page in ParentPage.examples {
            guard let foreign = town.page(page, about: .foreign), let missing = town.page(page, about: .missing) else { continue }
            for method in [HTTPMethod.get, .post, .delete] {
                let (first, second) = (try await town.answer(foreign, method, to: .parent), try await town.answer(missing, method, to: .parent))
                #expect(first.status == second.status && first.body == second.body)
            }
        }
        for page in StaffPage.examples {
            guard let existing = town.page(page, about: .own), let missing = town.page(page, about: .missing) else { continue }
            for visitor in [AccessVisitor.anonymous, .parent, .staffOfAnotherTown, .staff(.facilityLeader)] where existing != missing {
                guard AccessRow(page).answer(to: visitor, .get, about: .own) != .shown else { continue }
                let (first, second) = (try await town.answer(existing, .get, to: visitor), try await town.answer(missing, .get, to: visitor))
                #expect(first.status == second.status && first.body == second.body)
            }
        }
    }

    @Test func `a form without its proof is refused to whoever the page would serve`() async throws {
        let town = try await TestTown()
        let browser = TestBrowser(town)
        try await browser.signInStaff("admin")
        for page in ["agents/foyers/1/cles", "agents/journal/export", "agents/deconnexion"] {
            for token in ["", "x"] { #expect(try await browser.post(page, [], token: token) == .forbidden) }
        }
    }
}
