import HTMLTemplates
import PortalCore

@testable import PortalServer

/// A town with a parent, a stranger and every role of the staff signed in, and with things of the parent's, the stranger's and nobody's.
struct AccessTown {
    let town: TestTown
    /// Kept open as long as its sessions are used.
    private let other: TestTown
    private let sessions: [AccessVisitor: Session]
    let things: [AccessObject: Things]

    struct Session {
        let cookie: String
        let secret: String
    }

    init() async throws {
        town = try await TestTown()
        other = try await TestTown("charost")
        let campaign = KeyCampaignForm(name: "Rentrée", enrolledOnly: false)
        _ = try await KeyCampaignService(town.portal).start(campaign, by: Identifier(1), link: "")
        let stranger = try town.stranger(to: "marie.dupont")
        try await AccessTown.addRelatives(to: town)
        sessions = try await AccessTown.sessions(town, other, stranger: stranger)
        things = [
            .own: try await AccessTown.things(of: "marie.dupont", in: town, activity: "mercredis"),
            .foreign: try await AccessTown.things(of: stranger, in: town, activity: "restauration"),
            .missing: .missing,
        ]
    }

    /// What the answers to those who may not know must not say.
    func secrets(of object: AccessObject) throws -> [String] {
        guard object != .missing, let household = things[object]?.household else { return [] }
        let family = try town.portal.database.read { try FamilyStore($0).family(household) }
        return (family?.children.map(\.fullName) ?? []) + (family?.adults.map(\.address.street) ?? [])
    }

    /// Sends an empty form with its proof, or a plain request.
    func answer(_ page: some PortalPage, _ method: HTTPMethod, to visitor: AccessVisitor) async throws -> HTTPResponse {
        let session = sessions[visitor] ?? Session(cookie: "", secret: "")
        let path = page.address.text(portal: town.portal.slug)
        let address = PageAddress(segments: page.address.segments, query: [])
        let isForVisitors =
            PublicPage(address).map { $0 != .signOut } ?? [.signIn, .signInCode, .staffInvitation(token: "abc")].contains(StaffPage(address))
        let secret = isForVisitors ? AccessTown.visitorSecret : session.secret
        let body = method == .post ? "\(FormToken.fieldName)=\(CSRFToken(for: secret).text)" : ""
        let cookies = "__Host-visite-\(town.portal.slug)=\(AccessTown.visitorSecret); \(session.cookie)"
        let headers: HTTPHeaders = ["Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"]
        return try await town.site.respond(to: HTTPRequest(method, path, headers: headers, body: Array(body.utf8)))
    }

    private static let visitorSecret = String(repeating: "v", count: 43)
}

extension TestTown {
    /// The only portal of the town's site.
    var portalSite: PortalSite {
        get throws {
            guard let served = site.portals[portal.slug] else { throw Missing() }
            return served
        }
    }
}
