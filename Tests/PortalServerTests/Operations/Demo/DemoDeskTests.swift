import PortalCore
import Testing

@testable import PortalServer

@Suite struct DemoDeskTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    @Test(arguments: ["bondoufle", "charost", "chanteloup-les-vignes", "chalonnes-sur-loire", "gevrey-nuits"])
    func `staff who open the demo find work in every queue, and a journal without a gap`(_ slug: String) async throws {
        let portal = try await portal(slug)
        defer { portal.database.close() }
        _ = try await DemoRequests(portal: portal).fill()
        let prepared = try await DemoDesk(portal, seed: 1).fill()
        try await portal.database.write { try DemoStore($0).deliverMails() }

        #expect(try RecognitionService(portal).waitingCount() == 2)
        let requests = try RecognitionService(portal).requests()
        let candidates = try requests.map { try RecognitionService(portal).candidates(for: $0).count }
        #expect(candidates.contains(0) && candidates.contains { $0 > 0 })
        #expect(try ChangeService(portal).waiting().count == 3)
        #expect(try HouseholdDesk(portal).askedRemovals().count == 1)
        #expect(try !FamilyCheckService(portal).unverified().isEmpty)
        #expect(try ErasureService(portal).waitingCount() == 1)
        #expect(prepared.count == 1)
        let campaign = try #require(try KeyCampaignService(portal).campaigns().first)
        #expect(campaign.progress.accounts == 1 && campaign.progress.letters > 0 && campaign.progress.mailsSent > 0)
        let unreachable = try UnreachableAddressService(portal).lines()
        #expect(unreachable.contains { !$0.people.isEmpty })
        let verification = try portal.database.read { try AuditVerification(of: $0, against: []) }
        #expect(verification.faults.isEmpty)
    }

    @Test func `the first password of the prepared account lets in`() async throws {
        let portal = try await portal("bondoufle")
        defer { portal.database.close() }
        let account = try #require(try await DemoDesk(portal, seed: 1).fill().first)
        let accounts = AccountService(portal, passwords: try PasswordHasher(cost: .lowest))
        _ = try await accounts.signIn(login: account.login, password: account.firstPassword, from: "127.0.0.1")
    }

    private func portal(_ slug: String) async throws -> Portal {
        let now = try #require(Instant(rfc3339: "2026-11-03T09:00:00+01:00"))
        let portal = try PortalDirectory(path: folder.path, clock: StoppedClock(now)).create(slug)
        let root = #filePath.split(separator: "/Tests/")[0]
        let definition = try PortalDefinition(file: "\(root)/Portals/\(slug).yaml", today: portal.clock.today)
        try await PortalDefinitionService(portal).put(definition)
        let hash = try await PasswordHasher(cost: .lowest).hash(Demo.password)
        _ = try await DemoFiller(portal: portal, seed: 1, households: 60, passwordHash: hash).fill()
        return portal
    }
}
