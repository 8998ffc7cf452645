import HTMLTemplates
import PortalCore

/// Visitors' and parents' pages.
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
        // An empty form says nothing, and is kept as such.
        case .times, .dayTimes: self.init(audience: .parents, thing: .households, get: .shown, post: .leadsOn, authority: .toRead)
        // The families' children here live in one home.
        case .custody: self.init(audience: .parents, thing: .households, get: .unknown, post: .unknown)
        case .contacts: self.init(audience: .parents, thing: .households, get: .shown, post: .refused, authority: .toChange)
        case .contact: self.init(audience: .parents, thing: .households, get: .shown, post: .refused, authority: .toRead)
        // An empty form names no sibling.
        case .contactCopy: self.init(audience: .parents, thing: .households, get: .leadsOn, post: .unknown)
        case .contactRemoval: self.init(audience: .parents, thing: .households, get: .leadsOn, post: .leadsOn, authority: .toChange)
        }
    }
}
