package import PortalCore

/// What the town's staff see.
package enum StaffPage: PortalPage {
    case signIn
    /// The code after the password.
    case signInCode
    /// Codes of an authenticator app for the member's own account.
    case secondFactor
    case signOut
    case home
    /// The children expected for an activity, by its code, on a day.
    case dayList(activity: String?, day: CivilDate?)
    /// Children's health, and what their parents allow.
    case sheets
    case sheet(Identifier<Child>)
    /// The mails that the portal sent or is about to send.
    case outbox
    case mail(Identifier<OutboxMessage>)
    /// The addresses that do not exist.
    case unreachableAddresses
    /// A page about families.
    case families(HouseholdDeskPage)
    /// The journal, filtered, after a position.
    case journal(JournalQuery)
    /// The same lines as a file: posted to.
    case journalExport
    /// A page that gives clés enfance to many families.
    case campaigns(KeyCampaignPage)
    /// A page about the activities' rules.
    case rules(RuleDeskPage)
    /// A page about what the activities open.
    case activities(ActivityDeskPage)
    /// A page about bookings that are not decided yet.
    case bookings(BookingDeskPage)
    /// The staff's accounts.
    case team
    case teamInvitation
    case colleague(Identifier<StaffMember>)
    /// Posted to when a colleague is deactivated, activated again or sent another link.
    case colleagueState(Identifier<StaffMember>)
    /// The link of an invitation, which chooses a password.
    case staffInvitation(token: String)

    package init?(_ address: PageAddress) {
        guard address.segments.first == "agents" else { return nil }
        switch Array(address.segments.dropFirst()) {
        case []: self = .home
        case ["connexion"]: self = .signIn
        case ["connexion", "code"]: self = .signInCode
        case ["double-authentification"]: self = .secondFactor
        case ["deconnexion"]: self = .signOut
        case ["listes"]: self.init(dayListOf: address["activite"], on: address["jour"])
        case ["fiches"]: self = .sheets
        case let parts where parts.count == 2 && parts[0] == "fiches":
            guard let child = Identifier<Child>(text: parts[1]) else { return nil }
            self = .sheet(child)
        case ["courriels"]: self = .outbox
        case ["courriels", "adresses"]: self = .unreachableAddresses
        case ["journal"]: self = .journal(JournalQuery(address))
        case ["journal", "export"]: self = .journalExport
        case ["equipe"]: self = .team
        case ["equipe", "inviter"]: self = .teamInvitation
        case let parts where parts.count == 2 && parts[0] == "invitation": self = .staffInvitation(token: parts[1])
        case let parts where [2, 3].contains(parts.count) && parts[0] == "equipe" && (parts.count == 2 || parts[2] == "acces"):
            guard let colleague = Identifier<StaffMember>(text: parts[1]) else { return nil }
            self = parts.count == 2 ? .colleague(colleague) : .colleagueState(colleague)
        case let parts where parts.count == 2 && parts[0] == "courriels":
            guard let mail = Identifier<OutboxMessage>(text: parts[1]) else { return nil }
            self = .mail(mail)
        default:
            if let page = RuleDeskPage(address) {
                self = .rules(page)
            } else if let page = ActivityDeskPage(address) {
                self = .activities(page)
            } else if let page = KeyCampaignPage(address) {
                self = .campaigns(page)
            } else if let page = BookingDeskPage(address) {
                self = .bookings(page)
            } else if let page = HouseholdDeskPage(address) {
                self = .families(page)
            } else {
                return nil
            }
        }
    }

    package var address: PageAddress {
        switch self {
        case .home: PageAddress("agents")
        case .signIn: PageAddress("agents", "connexion")
        case .signInCode: PageAddress("agents", "connexion", "code")
        case .secondFactor: PageAddress("agents", "double-authentification")
        case .signOut: PageAddress("agents", "deconnexion")
        case .dayList(let activity, let day):
            PageAddress(
                "agents",
                "listes",
                query: [activity.map { QueryItem("activite", $0) }, day.map { QueryItem("jour", $0.iso) }].compactMap(\.self)
            )
        case .sheets: PageAddress("agents", "fiches")
        case .sheet(let child): PageAddress("agents", "fiches", String(child.rawValue))
        case .outbox: PageAddress("agents", "courriels")
        case .mail(let mail): PageAddress("agents", "courriels", String(mail.rawValue))
        case .unreachableAddresses: PageAddress("agents", "courriels", "adresses")
        case .families(let page): page.address
        case .rules(let page): page.address
        case .activities(let page): page.address
        case .campaigns(let page): page.address
        case .bookings(let page): page.address
        case .journal(let query): PageAddress(segments: ["agents", "journal"], query: query.items)
        case .journalExport: PageAddress("agents", "journal", "export")
        case .team: PageAddress("agents", "equipe")
        case .teamInvitation: PageAddress("agents", "equipe", "inviter")
        case .colleague(let colleague): PageAddress("agents", "equipe", String(colleague.rawValue))
        case .colleagueState(let colleague): PageAddress("agents", "equipe", String(colleague.rawValue), "acces")
        case .staffInvitation(let token): PageAddress("agents", "invitation", token)
        }
    }

    package static let examples: [StaffPage] =
        HouseholdDeskPage.examples.map { .families($0) } + RuleDeskPage.examples.map { .rules($0) } + KeyCampaignPage.examples.map { .campaigns($0) }
        + BookingDeskPage.examples.map { .bookings($0) } + ActivityDeskPage.examples.map { .activities($0) }
        + [
            .home, .signIn, .signInCode, .secondFactor, .sheets, .sheet(Identifier(1)), .signOut, .dayList(activity: nil, day: nil),
            .dayList(activity: "mercredis", day: CivilDate(dayNumber: 20_000)), .outbox,
            .mail(Identifier(1)), .unreachableAddresses, .journal(JournalQuery()), .journal(JournalQuery(firstDay: "2026-11-01", who: "agents")),
            .journalExport,
            .team, .teamInvitation, .colleague(Identifier(2)), .colleagueState(Identifier(2)), .staffInvitation(token: "abc"),
        ]

    private init?(dayListOf activity: String?, on day: String?) {
        guard let day else {
            self = .dayList(activity: activity, day: nil)
            return
        }
        guard let day = CivilDate(iso: day) else { return nil }
        self = .dayList(activity: activity, day: day)
    }
}
