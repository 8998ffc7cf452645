import HTMLTemplates
import PortalCore

@testable import PortalServer

/// A town with a parent, a stranger and every role of the staff signed in, and with things of the parent's, the stranger's and nobody's.
struct AccessTown {
    let town: TestTown
    /// Kept open as long as its sessions are used.
    private let other: TestTown
    private let sessions: [AccessVisitor: Session]
    private let things: [AccessObject: Things]

    struct Session {
        let cookie: String
        let secret: String
    }

    /// One thing of each kind.
    struct Things {
        let child: Identifier<Child>
        let adult: Identifier<Adult>
        let contact: Identifier<ChildContact>
        let household: Identifier<Household>
        let request: Identifier<Request>
        let mail: Identifier<OutboxMessage>
        let activity: String
        let colleague: Identifier<StaffMember>
        var campaign = Identifier<KeyCampaign>(1)
        let absence: Identifier<Absence>
        let document: Identifier<SupportingDocument>
        let documentFile: Identifier<DocumentFile>
        let contract: Identifier<CareContract>
        /// Booked, at the activity "periscolaire", whose families say when a child leaves.
        let evening: BookingSlot
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
            .missing: Things(
                child: Identifier(999_999),
                adult: Identifier(999_999),
                contact: Identifier(999_999),
                household: Identifier(999_999),
                request: Identifier(999_999),
                mail: Identifier(999_999),
                activity: "inconnue",
                colleague: Identifier(999_999),
                campaign: Identifier(999_999),
                absence: Identifier(999_999),
                document: Identifier(999_999),
                documentFile: Identifier(999_999),
                contract: Identifier(999_999),
                evening: BookingSlot(child: Identifier(999_999), unit: Identifier(999_999), date: CivilDate(dayNumber: 20_800))
            ),
        ]
    }

    /// What the answers to those who may not know must not say.
    func secrets(of object: AccessObject) throws -> [String] {
        guard object != .missing, let household = things[object]?.household else { return [] }
        let family = try town.portal.database.read { try FamilyStore($0).family(household) }
        return (family?.children.map(\.fullName) ?? []) + (family?.adults.map(\.address.street) ?? [])
    }

    /// The page as it is about a thing, nil where the example is about nothing that changes with it.
    func page(_ page: ParentPage, about object: AccessObject) -> ParentPage? {
        guard let things = things[object] else { return nil }
        return switch page {
        case .child: .child(things.child)
        case .request: .request(things.request)
        case .file(.contacts): .file(.contacts(things.child))
        case .file(.contactCopy): .file(.contactCopy(things.child))
        case .file(.contact): .file(.contact(things.child, things.contact))
        case .file(.contactRemoval): .file(.contactRemoval(things.child, things.contact))
        case .file(.invitation): .file(.invitation(things.household))
        case .file(.quotient): .file(.quotient(things.household))
        case .file(.review): .file(.review(things.household))
        case .file(.custody(_, let month)): .file(.custody(things.child, month))
        case .file(.sheet): .file(.sheet(things.child))
        case .file(.stops): .file(.stops(things.child, activity: things.activity))
        case .file(.times): .file(.times(things.child, activity: "periscolaire"))
        case .file(.dayTimes): .file(.dayTimes(things.evening))
        case .absences(.absence): .absences(.absence(things.absence))
        case .documents(.ask(let code, _)): .documents(.ask(code, .child(things.child)))
        case .documents(.file): .documents(.file(things.document, things.documentFile))
        case .documents(.withdrawal): .documents(.withdrawal(things.document))
        case .nursery(.contract(_, let month)): .nursery(.contract(things.contract, month))
        case .nursery(.leave): .nursery(.leave(things.contract))
        case .nursery(.announcement): .nursery(.announcement(things.contract))
        case .file(.situation): .file(.situation(things.household))
        case .file(.change(let field, _)):
            switch field.owner {
            case .adult: .file(.change(field, things.adult.rawValue))
            case .household: .file(.change(field, things.household.rawValue))
            case .child: .file(.change(field, things.child.rawValue))
            }
        case .file(.changes), .home, .family, .planning, .fill, .agenda, .calendarFeeds, .calendarFeedEnd, .recap, .bookings, .waiting,
            .regulations, .regulation, .requests, .messages,
            .absences, .nursery, .documents(.list), .owed:
            object == .own ? page : nil
        }
    }

    func page(_ page: ArrearsDeskPage, about object: AccessObject) -> ArrearsDeskPage? {
        guard let things = things[object] else { return nil }
        return switch page {
        case .owing: .owing(things.household)
        case .list: object == .own ? page : nil
        }
    }

    func page(_ page: SchoolingDeskPage, about object: AccessObject) -> SchoolingDeskPage? {
        guard let things = things[object] else { return nil }
        return switch page {
        case .child(_, let year): .child(things.child, year)
        case .passage: object == .own ? page : nil
        }
    }

    func page(_ page: DocumentDeskPage, about object: AccessObject) -> DocumentDeskPage? {
        guard let things = things[object] else { return nil }
        return switch page {
        case .document: .document(things.document)
        case .file: .file(things.document, things.documentFile)
        case .paper(_, let code, _): .paper(things.household, code, .child(things.child))
        case .inbox, .missing, .types, .newType, .type, .typeState: object == .own ? page : nil
        }
    }

    func page(_ page: AttendanceDeskPage, about object: AccessObject) -> AttendanceDeskPage? {
        guard let things = things[object] else { return nil }
        return switch page {
        case .rollCall(let place, let search) where place.activity != nil:
            .rollCall(RollCallPlace(activity: things.activity, day: place.day), search: search)
        case .closing(_, let day): .closing(activity: things.activity, day: day)
        case .absence: .absence(things.absence)
        case .report(let report?, let format):
            .report(AttendanceReport(report.kind, grouping: report.grouping, activity: things.activity, date: report.date), format)
        case .rollCall, .entries, .correction, .locks, .lockRelease, .absences, .certificate, .report(nil, _): object == .own ? page : nil
        }
    }

    /// Nurseries are never where the facility leader works: a thing of theirs is foreign or missing.
    func page(_ page: NurseryDeskPage, about object: AccessObject) -> NurseryDeskPage? {
        guard let things = things[object] else { return nil }
        let nursery = object == .foreign ? "petite-enfance" : "inconnue"
        return switch page {
        case .signing: .signing(things.household, things.child)
        case .contract(_, let month): object == .own ? nil : .contract(things.contract, month)
        case .contracts(.some): object == .own ? nil : .contracts(nursery: nursery)
        case .leaves(.some, let day): object == .own ? nil : .leaves(nursery: nursery, day: day)
        case .hours(.some, let month, let format): object == .own ? nil : .hours(nursery: nursery, month, format)
        case .contracts, .leaves, .hours, .judgement: object == .own ? page : nil
        }
    }

    func page(_ page: StaffPage, about object: AccessObject) -> StaffPage? {
        guard let things = things[object] else { return nil }
        return switch page {
        case .mail: .mail(things.mail)
        case .families(.household): .families(.household(things.household))
        case .families(.keys): .families(.keys(things.household))
        case .families(.planning(_, let month)): .families(.planning(things.household, month))
        case .families(.fill): .families(.fill(things.household))
        case .families(.recap): .families(.recap(things.household))
        case .families(.bookings): .families(.bookings(things.household))
        case .families(.relation): .families(.relation(things.household, things.adult, things.child))
        case .families(.contactRemoval): .families(.contactRemoval(things.contact))
        case .families(.quotient): .families(.quotient(things.household))
        case .families(.marks): .families(.marks(things.household))
        case .families(.stops): .families(.stops(things.household, things.child, activity: things.activity))
        case .families(.times): .families(.times(things.household, things.child, activity: "periscolaire"))
        case .families(.dayTimes): .families(.dayTimes(things.household, things.evening))
        case .families(.custody): .families(.custody(things.household, things.child))
        case .sheet: .sheet(things.child)
        case .campaigns(.campaign): .campaigns(.campaign(things.campaign))
        case .campaigns(.letters): .campaigns(.letters(things.campaign))
        case .colleague: .colleague(things.colleague)
        case .colleagueState: .colleagueState(things.colleague)
        case .dayList(.some, let day): .dayList(activity: things.activity, day: day)
        case .dayList(nil, _), .signIn, .signInCode, .secondFactor, .sheets, .signOut, .home, .outbox, .unreachableAddresses, .families(.list),
            .families(.inbox), .families(.incomes),
            .families(.settling), .families(.mark), .campaigns(.list), .rules, .activities, .bookings, .journal, .journalExport, .team,
            .teamInvitation,
            .staffInvitation:
            object == .own ? page : nil
        }
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

    private static func sessions(_ town: TestTown, _ other: TestTown, stranger: String) async throws -> [AccessVisitor: Session] {
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
    private static func addRelatives(to town: TestTown) async throws {
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

    private static func things(of login: String, in town: TestTown, activity: String) async throws -> Things {
        let access = try town.access(login)
        guard let child = access.children.first, let household = access.families.first?.household, let recipient = EmailAddress("a@courriel.example")
        else { throw TestTown.Missing() }
        let document = try await sendDocument(of: child.id, by: access.account, in: town)
        return try await town.portal.database.write { transaction in
            let request: [Identifier<Request>] = try transaction.query(
                """
                INSERT INTO requests (kind, account_id, household_id, created_at, idempotency_key, granted)
                VALUES ('réservations', $1, $2, 1782900000, $3, 1) RETURNING id
                """,
                access.account,
                household.id,
                "clé \(login)"
            ) { try $0[0] }
            // A parent sees the requests that speak of children that it may see.
            try transaction.execute(
                """
                INSERT INTO request_lines (request_id, position, child_id, day, unit_id, change, outcome, price, surcharge, reason)
                SELECT CAST($1 AS BIGINT), 1, CAST($2 AS BIGINT), 20000, min(id), 1, 1, 0, 0, '' FROM units
                """,
                request[0],
                child.id
            )
            let contact: [Identifier<ChildContact>] = try transaction.query("SELECT id FROM child_contacts WHERE child_id = $1", child.id) {
                try $0[0]
            }
            let absence: [Identifier<Absence>] = try transaction.query(
                """
                INSERT INTO absences (request_id, household_id, account_id, child_id, reason, first_day, last_day, reported_at, state, note)
                VALUES ($1, $2, $3, $4, 'Maladie', 20000, 20000, 1782900000, 0, '') RETURNING id
                """,
                request[0],
                household.id,
                access.account,
                child.id
            ) { try $0[0] }
            let nurseries: [Identifier<Activity>] = try transaction.query("SELECT id FROM activities WHERE code = 'petite-enfance'") { try $0[0] }
            let start = CivilDate(dayNumber: 20_700)
            let contract = try CareContractStore(transaction).insert(
                of: child.id,
                by: household.id,
                in: nurseries[0],
                from: start,
                through: nil,
                CareTerms(firstDay: start, week: CareWeek([:]), oddWeek: nil, yearlyLeave: 30),
                at: Instant(seconds: 1_782_900_000)
            )
            let mail = Mail(recipient: recipient, subject: "Essai", body: "Pour \(child.fullName)")
            let now = Instant(seconds: 1_782_900_000)
            return Things(
                child: child.id,
                adult: access.adult.id,
                contact: contact[0],
                household: household.id,
                request: request[0],
                mail: try OutboxStore(transaction).enqueue(mail, to: access.account, at: now),
                activity: activity,
                colleague: Identifier(activity == "mercredis" ? 2 : 3),
                absence: absence[0],
                document: document.id,
                documentFile: document.file,
                contract: contract,
                evening: try bookEvening(of: child.id, for: household.id, in: transaction)
            )
        }
    }

    /// Enrols a child before and after school, and books an evening of the next week.
    private static func bookEvening(
        of child: Identifier<Child>,
        for household: Identifier<Household>,
        in transaction: any Transaction
    ) throws -> BookingSlot {
        guard let activity = try PortalCatalogueStore(transaction).load()?.activity(code: "periscolaire"), let group = activity.groups.first?.id,
            let unit = activity.units.first(where: { $0.code == "soir" })?.id, let date = CivilDate(iso: "2026-11-26"),
            let last = CivilDate(iso: "2027-07-03")
        else { throw TestTown.Missing() }
        let slot = BookingSlot(child: child, unit: unit, date: date)
        try transaction.execute("DELETE FROM enrolments WHERE child_id = $1 AND activity_id = $2", child, activity.id)
        try EnrolmentStore(transaction).insert(Enrolment(child: child, activity: activity.id, group: group, firstDay: date, lastDay: last))
        let bookings = BookingStore(transaction)
        try bookings.delete(slot)
        try bookings.insert(Booking(slot: slot, group: group, household: household, state: .reserved, price: .zero, surcharge: .zero))
        return slot
    }

    private static func sendDocument(
        of child: Identifier<Child>,
        by account: Identifier<Account>,
        in town: TestTown
    ) async throws -> (id: Identifier<SupportingDocument>, file: Identifier<DocumentFile>) {
        guard let key = IdempotencyKey("piece-de-la-matrice-\(account.rawValue)") else { throw TestTown.Missing() }
        let service = DocumentService(town.portal, try town.portalSite.catalogue(), hasAntivirus: false)
        _ = try await service.send([Array("%PDF-1.4".utf8)], for: "assurance", of: .child(child), key: key, by: account)
        let sent = try town.portal.database.read {
            try $0.first("SELECT document_id, id FROM document_files WHERE sent_by = $1", account) {
                (id: try $0[0] as Identifier<SupportingDocument>, file: try $0[1] as Identifier<DocumentFile>)
            }
        }
        guard let sent else { throw TestTown.Missing() }
        return sent
    }
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
