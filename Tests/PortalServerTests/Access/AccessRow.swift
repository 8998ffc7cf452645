import HTMLTemplates
import PortalCore

/// What one page answers: the row of the matrix. Every page has one: the switches below do not compile without it.
struct AccessRow {
    enum Audience: Hashable {
        case everybody
        /// Signed-in parents; with a thing, only those whose thing it is.
        case parents
        /// Signed-in staff of these roles.
        case staff(Set<StaffRole>)
    }

    /// How the page is about something that not everybody may know of.
    enum Thing: Hashable {
        case none
        /// A household's: a parent of another one does not learn whether it exists, the staff may see everybody's.
        case households
        /// Of a place: who works elsewhere does not see it. The own one is at the facility leader's place.
        case places
    }

    /// What an adult of the household must be to the child, or to the household's children, besides seeing them.
    enum Authority: Hashable {
        case none
        /// To change something; everybody of the household reads it.
        case toChange
        case toRead
        /// It is one adult's own.
        case own
    }

    let audience: Audience
    var thing = Thing.none
    /// nil where the method is not answered.
    let get: AccessAnswer?
    /// What an empty form brings, with its proof.
    var post: AccessAnswer?
    /// Where it differs: a signed-in parent is led on.
    var getOfParents: AccessAnswer?
    var authority = Authority.none
    /// Whether somebody without a household is led to the page that says so.
    var needsHousehold = false
    /// What somebody without a household gets, where it differs.
    var withoutHousehold: (get: AccessAnswer, post: AccessAnswer)?
    /// Whether the method is looked at before the visitor.
    var methodsFirst = false
    /// Whether the form is read before the thing is looked for.
    var formFirst = false
    /// The staff who may send the form, where others only read; nil: all who read.
    var postRoles: Set<StaffRole>?
}

extension AccessRow {
    init(_ page: PublicPage) {
        switch page {
        case .welcome: self.init(audience: .everybody, get: .shown, getOfParents: .leadsOn)
        case .theme: self.init(audience: .everybody, get: .shown)
        case .registration, .newcomer, .signIn, .forgottenPassword: self.init(audience: .everybody, get: .shown, post: .refused)
        // Nobody has given a password before.
        case .signInCode: self.init(audience: .everybody, get: .signIn, post: .refused)
        case .emailConfirmation: self.init(audience: .everybody, get: .shown, post: .unknown)
        // FranceConnect is not set up.
        case .identity: self.init(audience: .everybody, get: .unknown)
        // A link that was never sent.
        case .calendar: self.init(audience: .everybody, get: .unknown)
        case .passwordReset: self.init(audience: .everybody, get: .unknown, post: .unknown)
        case .signOut: self.init(audience: .parents, get: nil, post: .leadsOn, methodsFirst: true)
        }
    }

    init(_ page: ParentPage) {
        switch page {
        case .home, .family, .requests, .messages: self.init(audience: .parents, get: .shown)
        // Coming back from the recap brings the ticks along.
        case .agenda: self.init(audience: .parents, get: .shown)
        // An empty form says neither for whom nor which.
        case .calendarFeeds: self.init(audience: .parents, get: .shown, post: .refused)
        case .calendarFeedEnd: self.init(audience: .parents, get: .leadsOn, post: .refused)
        case .planning, .fill: self.init(audience: .parents, get: .shown, post: .shown)
        case .child, .request: self.init(audience: .parents, thing: .households, get: .shown)
        case .regulations: self.init(audience: .parents, get: .shown)
        // The town has none of this code.
        case .regulation: self.init(audience: .parents, get: .unknown, post: .unknown)
        // An empty form names no place.
        case .waiting: self.init(audience: .parents, get: .shown, post: .refused)
        case .recap, .bookings: self.init(audience: .parents, get: .leadsOn, post: .refused)
        case .file(let page): self.init(page)
        case .absences(let page): self.init(page)
        case .documents(let page): self.init(page)
        case .owed: self.init(audience: .parents, get: .shown)
        case .nursery(let page): self.init(page)
        }
        needsHousehold = true
    }

    init(_ page: DocumentPage) {
        switch page {
        case .list: self.init(audience: .parents, get: .shown)
        // The empty form brings no file.
        case .ask: self.init(audience: .parents, thing: .households, get: .shown, post: .refused, formFirst: true)
        case .file: self.init(audience: .parents, thing: .households, get: .shown)
        case .withdrawal: self.init(audience: .parents, thing: .households, get: .leadsOn, post: .leadsOn, authority: .own)
        }
    }

    init(_ page: AbsencePage) {
        switch page {
        case .list, .form: self.init(audience: .parents, get: .shown)
        case .review: self.init(audience: .parents, get: .leadsOn, post: .refused)
        // The empty form brings no file.
        case .reporting: self.init(audience: .parents, get: .leadsOn, post: .refused)
        case .absence: self.init(audience: .parents, thing: .households, get: .shown, post: .refused, formFirst: true)
        }
    }

    init(_ page: AccountPage) {
        switch page {
        case .overview: self.init(audience: .parents, get: .shown)
        case .contacts, .password, .email, .secondFactor: self.init(audience: .parents, get: .shown, post: .refused)
        // Whoever has a household has nothing to ask there.
        case .recognition: self.init(audience: .parents, get: .leadsOn, post: .leadsOn, withoutHousehold: (.shown, .refused))
        case .emailDrop, .emailRetry, .confirmation, .sessions, .erasure: self.init(audience: .parents, get: .leadsOn, post: .leadsOn)
        case .key: self.init(audience: .parents, get: .shown, post: .refused)
        case .data: self.init(audience: .parents, get: .shown)
        case .dataArchive: self.init(audience: .parents, get: .leadsOn, post: .shown)
        // FranceConnect is not set up.
        case .franceConnect: self.init(audience: .parents, get: .unknown, post: .unknown)
        case .closing: self.init(audience: .parents, get: .shown, post: .refused)
        }
    }

    init(_ page: FamilyFilePage) {
        switch page {
        case .change(let field, _):
            let authority: Authority = field.owner == .adult ? .own : .toRead
            self.init(audience: .parents, thing: .households, get: .shown, post: .refused, authority: authority)
        case .situation, .quotient, .review, .invitation:
            self.init(audience: .parents, thing: .households, get: .shown, post: .refused, authority: .toRead)
        // An empty form says nothing, and is kept as such.
        case .sheet: self.init(audience: .parents, thing: .households, get: .shown, post: .leadsOn, authority: .toRead)
        case .changes: self.init(audience: .parents, get: .shown)
        // The town has no buses.
        case .stops: self.init(audience: .parents, thing: .households, get: .unknown, post: .unknown)
        // The families' children here live in one home.
        case .custody: self.init(audience: .parents, thing: .households, get: .unknown, post: .unknown)
        case .contacts: self.init(audience: .parents, thing: .households, get: .shown, post: .refused, authority: .toChange)
        case .contact: self.init(audience: .parents, thing: .households, get: .shown, post: .refused, authority: .toRead)
        // An empty form names no sibling.
        case .contactCopy: self.init(audience: .parents, thing: .households, get: .leadsOn, post: .unknown)
        case .contactRemoval: self.init(audience: .parents, thing: .households, get: .leadsOn, post: .leadsOn, authority: .toChange)
        }
    }

    init(_ page: HouseholdDeskPage) {
        let readers = Set(StaffRole.allCases).subtracting([.facilityLeader])
        let writers: Set<StaffRole> = [.administrator, .serviceDesk]
        switch page {
        case .list: self.init(audience: .staff(readers), get: .shown)
        case .household: self.init(audience: .staff(readers), thing: .households, get: .shown)
        case .keys: self.init(audience: .staff([.administrator, .serviceDesk, .support]), thing: .households, get: .leadsOn, post: .refused)
        case .planning: self.init(audience: .staff(writers), thing: .households, get: .shown)
        case .recap, .bookings: self.init(audience: .staff(writers), thing: .households, get: .leadsOn, post: .refused)
        case .relation: self.init(audience: .staff(writers), thing: .households, get: .shown, post: .refused, formFirst: true)
        case .quotient: self.init(audience: .staff(writers), thing: .households, get: .shown, post: .refused, formFirst: true)
        case .marks: self.init(audience: .staff(writers), thing: .households, get: .shown, post: .refused)
        // Nothing is noted.
        case .mark: self.init(audience: .staff(writers), get: .unknown, post: .unknown)
        case .inbox, .incomes: self.init(audience: .staff(writers), get: .shown)
        // The town has no buses.
        case .stops: self.init(audience: .staff(writers), get: .unknown, post: .unknown)
        // The families' children here live in one home.
        case .custody: self.init(audience: .staff(writers), get: .unknown, post: .unknown)
        case .settling: self.init(audience: .staff(writers), get: .leadsOn, post: .refused)
        // An empty form is refused before the contact is looked for.
        case .contactRemoval: self.init(audience: .staff(writers), get: .leadsOn, post: .refused)
        }
    }

    init(_ page: AccountDeskPage) {
        let desk: Set<StaffRole> = [.administrator, .serviceDesk, .support]
        let writers: Set<StaffRole> = [.administrator, .serviceDesk]
        switch page {
        case .people: self.init(audience: .staff(desk), get: .shown)
        // The adult of the example has an account.
        case .preparation: self.init(audience: .staff(desk), get: .leadsOn, post: .refused)
        case .secondFactorReset: self.init(audience: .staff([.administrator]), get: .leadsOn, post: .leadsOn)
        case .recognitions: self.init(audience: .staff(writers), get: .shown)
        case .erasures: self.init(audience: .staff(writers), get: .shown)
        case .retention: self.init(audience: .staff([.administrator]), get: .shown, post: .refused)
        // Nobody has asked yet.
        case .recognition, .erasure: self.init(audience: .staff(writers), get: .unknown, post: .refused)
        }
    }

    init(_ page: AttendanceDeskPage) {
        let callers: Set<StaffRole> = [.administrator, .serviceDesk, .facilityLeader]
        let lockers: Set<StaffRole> = [.administrator, .cashOffice]
        switch page {
        case .rollCall(let place, _): self.init(audience: .staff(callers), thing: place.activity == nil ? .none : .places, get: .shown)
        case .entries: self.init(audience: .staff(callers), get: .leadsOn, post: .refused)
        case .closing: self.init(audience: .staff(callers), thing: .places, get: .shown, post: .refused)
        // The child is on no such list.
        case .correction: self.init(audience: .staff(callers), get: .unknown, post: .unknown)
        case .locks: self.init(audience: .staff(lockers), get: .shown, post: .refused)
        case .absences: self.init(audience: .staff([.administrator, .serviceDesk]), get: .shown)
        case .absence: self.init(audience: .staff([.administrator, .serviceDesk]), thing: .households, get: .shown, post: .refused)
        // No certificate was sent.
        case .certificate: self.init(audience: .staff([.administrator, .serviceDesk]), get: .unknown)
        case .report(let report, _):
            let readers: Set<StaffRole> = [.administrator, .serviceDesk, .facilityLeader, .reader]
            self.init(audience: .staff(readers), thing: report == nil ? .none : .places, get: .shown)
        // Nothing is locked.
        case .lockRelease: self.init(audience: .staff(lockers), get: .leadsOn, post: .unknown)
        }
    }

    init(_ page: ArrearsDeskPage) {
        let offices: Set<StaffRole> = [.administrator, .cashOffice]
        switch page {
        case .list: self.init(audience: .staff(offices), get: .shown, post: .refused)
        case .owing: self.init(audience: .staff(offices), thing: .households, get: .shown, post: .refused)
        }
    }

    init(_ page: FamilyCheckDeskPage) {
        let readers = Set(StaffRole.allCases).subtracting([.facilityLeader])
        switch page {
        // The form decides nothing: who has not certified is written to.
        case .list: self.init(audience: .staff(readers), get: .shown, post: .leadsOn, postRoles: [.administrator, .serviceDesk])
        case .export: self.init(audience: .staff(readers), get: .shown)
        }
    }

    init(_ page: SchoolingDeskPage) {
        let writers: Set<StaffRole> = [.administrator, .serviceDesk]
        switch page {
        case .child: self.init(audience: .staff(writers), thing: .households, get: .shown, post: .refused)
        // An empty form says no year.
        case .passage: self.init(audience: .staff(writers), get: .shown, post: .refused)
        }
    }

    init(_ page: DocumentDeskPage) {
        let readers: Set<StaffRole> = [.administrator, .serviceDesk, .cashOffice]
        let judges: Set<StaffRole> = [.administrator, .serviceDesk]
        switch page {
        case .inbox: self.init(audience: .staff(readers), get: .shown)
        case .file: self.init(audience: .staff(readers), thing: .households, get: .shown)
        // The cash office reads, and judges nothing.
        case .document: self.init(audience: .staff(readers), thing: .households, get: .shown, post: .refused, postRoles: judges)
        // Nobody is to be written to twice: the first form decides.
        case .missing: self.init(audience: .staff(readers), get: .shown, post: .leadsOn, postRoles: judges)
        // An empty form accepts without end.
        case .paper: self.init(audience: .staff(judges), thing: .households, get: .shown, post: .leadsOn)
        case .types: self.init(audience: .staff([.administrator]), get: .shown)
        case .newType, .type: self.init(audience: .staff([.administrator]), get: .shown, post: .refused)
        case .typeState: self.init(audience: .staff([.administrator]), get: .leadsOn, post: .refused)
        }
    }

    init(_ page: StaffPage) {
        let desk: Set<StaffRole> = [.administrator, .serviceDesk, .support]
        switch page {
        case .signIn: self.init(audience: .everybody, get: .shown, post: .refused)
        case .signInCode: self.init(audience: .everybody, get: .signIn, post: .refused)
        case .secondFactor: self.init(audience: .staff(Set(StaffRole.allCases)), get: .shown, post: .refused)
        case .signOut: self.init(audience: .staff(Set(StaffRole.allCases)), get: nil, post: .signIn)
        case .home: self.init(audience: .staff(Set(StaffRole.allCases)), get: .shown)
        case .dayList(let activity, _):
            let readers: Set<StaffRole> = [.administrator, .serviceDesk, .facilityLeader, .reader]
            self.init(audience: .staff(readers), thing: activity == nil ? .none : .places, get: .shown)
        case .sheets: self.init(audience: .staff([.administrator, .serviceDesk, .facilityLeader]), get: .shown)
        case .sheet: self.init(audience: .staff([.administrator, .serviceDesk, .facilityLeader]), thing: .households, get: .shown)
        case .outbox: self.init(audience: .staff(desk), get: .shown)
        case .mail: self.init(audience: .staff(desk), thing: .households, get: .shown)
        // Everybody at the desk reads the list; trying again is for who may change a family's file, and an empty form names no address.
        case .unreachableAddresses: self.init(audience: .staff(desk), get: .shown, post: .refused)
        case .families(let page): self.init(page)
        case .rules(let page): self.init(page)
        case .activities(let page): self.init(page)
        case .campaigns(let page): self.init(page)
        case .bookings(let page): self.init(page)
        case .journal: self.init(audience: .staff([.administrator]), get: .shown)
        case .team: self.init(audience: .staff([.administrator]), get: .shown)
        case .teamInvitation: self.init(audience: .staff([.administrator]), get: .shown, post: .refused)
        case .colleague: self.init(audience: .staff([.administrator]), thing: .households, get: .shown, post: .refused)
        case .colleagueState: self.init(audience: .staff([.administrator]), thing: .households, get: .leadsOn, post: .refused)
        // A link that was never sent.
        case .staffInvitation: self.init(audience: .everybody, get: .unknown, post: .unknown)
        case .journalExport: self.init(audience: .staff([.administrator]), get: nil, post: .shown)
        }
    }
}

extension AccessRow {
    init(_ page: BookingDeskPage) {
        let desk: Set<StaffRole> = [.administrator, .serviceDesk]
        switch page {
        case .lines, .closures: self.init(audience: .staff(desk), get: .shown)
        case .closureReview, .closureDeclaration: self.init(audience: .staff(desk), get: .leadsOn, post: .refused)
        // None was declared.
        case .closure: self.init(audience: .staff(desk), get: .unknown, post: .unknown)
        // An empty form names nobody.
        case .line, .asked: self.init(audience: .staff(desk), get: .shown, post: .refused)
        // The form is always about an activity.
        case .places(let activity, _): self.init(audience: .staff(desk), get: .shown, post: activity == nil ? .unknown : .refused)
        }
    }
}

extension AccessRow {
    init(_ page: NurseryPage) {
        switch page {
        // The family has one contract.
        case .contracts: self.init(audience: .parents, get: .leadsOn)
        case .contract: self.init(audience: .parents, thing: .households, get: .shown)
        case .leave, .absence: self.init(audience: .parents, thing: .households, get: .shown, post: .refused, authority: .toChange)
        // The empty form has no key.
        case .announcement: self.init(audience: .parents, thing: .households, get: .leadsOn, post: .refused, formFirst: true)
        // There is no such leave.
        case .withdrawal: self.init(audience: .parents, get: .leadsOn, post: .unknown)
        }
    }

    init(_ page: NurseryDeskPage) {
        let callers: Set<StaffRole> = [.administrator, .serviceDesk, .facilityLeader]
        let desk: Set<StaffRole> = [.administrator, .serviceDesk]
        switch page {
        case .contracts(let nursery), .leaves(let nursery, _), .hours(let nursery, _, _):
            self.init(audience: .staff(callers), thing: nursery == nil ? .none : .places, get: .shown)
        // An empty form names no button.
        case .day(let nursery, _):
            self.init(audience: .staff(callers), thing: nursery == nil ? .none : .places, get: .shown, post: .refused, formFirst: true)
        case .signing: self.init(audience: .staff(desk), thing: .households, get: .shown, post: .refused)
        case .contract: self.init(audience: .staff(callers), thing: .places, get: .shown, post: .refused)
        case .judgement: self.init(audience: .staff(desk), get: .leadsOn, post: .refused)
        }
    }

    init(_ page: KeyCampaignPage) {
        let desk: Set<StaffRole> = [.administrator, .serviceDesk]
        switch page {
        case .list: self.init(audience: .staff(desk), get: .shown, post: .refused)
        case .campaign: self.init(audience: .staff(desk), thing: .households, get: .shown, post: .refused)
        // There are no letters to print.
        case .letters: self.init(audience: .staff(desk), get: .leadsOn, post: .unknown)
        }
    }

    init(_ page: ActivityDeskPage) {
        switch page {
        case .list, .settings: self.init(audience: .staff([.administrator]), get: .shown)
        case .review, .change: self.init(audience: .staff([.administrator]), get: .leadsOn, post: .refused)
        }
    }

    init(_ page: RuleDeskPage) {
        switch page {
        case .list, .bench: self.init(audience: .staff([.administrator]), get: .shown)
        case .publication, .withdrawal: self.init(audience: .staff([.administrator]), get: .leadsOn, post: .refused)
        }
    }
}

extension AccessRow {
    /// What a visitor gets.
    func answer(to visitor: AccessVisitor, _ method: HTTPMethodKind, about object: AccessObject) -> AccessAnswer {
        let answer = method == .get ? get : method == .post ? post : nil
        if methodsFirst, answer == nil { return .noSuchMethod }
        if let refusal = refusal(of: visitor) { return refusal }
        if visitor == .barred, needsHousehold { return .leadsOn }
        if visitor == .barred, let withoutHousehold, [.get, .post].contains(method) {
            return method == .get ? withoutHousehold.get : withoutHousehold.post
        }
        guard let answer else { return .noSuchMethod }
        if method == .get, let getOfParents, [.parent, .watcher, .barred, .stranger].contains(visitor) { return getOfParents }
        if method == .post, let postRoles, case .staff(let role) = visitor, !postRoles.contains(role) { return .forbidden }
        if formFirst, method == .post { return answer }
        if visitor == .watcher, object == .own, answer != .leadsOn || method == .post, let refusal = refusalOfWatcher(method) { return refusal }
        return knows(visitor, object) || answer == .leadsOn && method == .get ? answer : .unknown
    }

    private func refusalOfWatcher(_ method: HTTPMethodKind) -> AccessAnswer? {
        switch authority {
        case .none: nil
        case .toChange: method == .post ? .forbidden : nil
        case .toRead: .forbidden
        case .own: .unknown
        }
    }

    private func refusal(of visitor: AccessVisitor) -> AccessAnswer? {
        switch (audience, visitor) {
        case (.everybody, _), (.parents, .parent), (.parents, .watcher), (.parents, .barred), (.parents, .stranger): nil
        case (.staff(let roles), .staff(let role)): roles.contains(role) ? nil : .forbidden
        case (.parents, _), (.staff, _): .signIn
        }
    }

    private func knows(_ visitor: AccessVisitor, _ object: AccessObject) -> Bool {
        switch (thing, object, visitor) {
        case (.none, _, _): true
        case (_, .missing, _): false
        case (.households, .own, .stranger), (.households, .foreign, .parent), (.households, .foreign, .watcher),
            (.places, .foreign, .staff(.facilityLeader)):
            false
        default: true
        }
    }

    /// The methods that a browser or an attacker sends.
    enum HTTPMethodKind: CaseIterable {
        case get, post, other
    }
}
