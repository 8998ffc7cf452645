import HTMLTemplates
import PortalCore

@testable import PortalServer

/// What an adult must be to a child of its household for a parents' page to let it in. Every page has one: the switches do not compile without it.
enum RelationNeed: Hashable {
    /// Whoever belongs to the household.
    case household
    case sees
    case books
    /// Parental authority, over a child that the adult sees.
    case authority
    /// Parental authority, or booking: who may take a document back.
    case authorityOrBooks
    /// It is one adult's own, whatever the relations.
    case own

    func isMet(by relation: ChildRelation) -> Bool {
        switch self {
        case .household: true
        case .sees: relation.has(.sees)
        case .books: relation.has(.books)
        case .authority: relation.holdsAuthority
        case .authorityOrBooks: relation.holdsAuthority || relation.has(.books)
        case .own: false
        }
    }
}

/// The row of the table relations × parents' pages.
struct RelationRow {
    /// To read the page.
    let get: RelationNeed
    /// To send its form.
    let post: RelationNeed
    /// Whether the refusal hides that the thing exists from who sees the child too.
    var isHidden = false
    /// Whether it is about the household, which who sees none of its children knows all the same.
    var isOfHousehold = false
    /// What who sees no child reads instead.
    var withoutSeeing: AccessAnswer?

    init(_ get: RelationNeed, post: RelationNeed? = nil, isHidden: Bool = false) {
        self.get = get
        self.post = post ?? get
        self.isHidden = isHidden
    }

    init(_ page: ParentPage) {
        switch page {
        case .home, .family, .planning, .fill, .recap, .bookings, .waiting, .regulations, .regulation, .requests, .agenda, .calendarFeeds,
            .calendarFeedEnd, .messages, .owed:
            self.init(.household)
        case .child, .request: self.init(.sees)
        case .file(let page): self.init(page)
        case .absences(let page): self.init(page)
        case .documents(let page): self.init(page)
        case .nursery(let page): self.init(page)
        }
    }

    private init(_ page: FamilyFilePage) {
        switch page {
        case .change(let field, _):
            switch field.owner {
            // The details of the adult whose page it is.
            case .adult: self.init(.own, isHidden: true)
            case .household:
                self.init(.authority)
                isOfHousehold = true
            case .child: self.init(.authority)
            }
        case .changes: self.init(.household)
        case .invitation, .quotient, .review, .situation:
            self.init(.authority)
            isOfHousehold = true
        case .sheet, .contact: self.init(.authority)
        case .contacts, .contactRemoval: self.init(.sees, post: .authority)
        // The empty form names no sibling: nobody gets further.
        case .contactCopy: self.init(.household)
        // The town has no buses: there is nothing to decide.
        case .custody, .stops: self.init(.sees)
        case .times, .dayTimes: self.init(.books)
        }
    }

    private init(_ page: AbsencePage) {
        switch page {
        case .list, .form, .review, .reporting: self.init(.household)
        // A certificate is read, not an address: what is wrong with the form is said before.
        case .absence: self.init(.sees, post: .household)
        }
    }

    private init(_ page: DocumentPage) {
        switch page {
        case .list: self.init(.household)
        case .ask: self.init(.sees, post: .household)
        case .file: self.init(.sees)
        case .withdrawal: self.init(.household, post: .authorityOrBooks, isHidden: true)
        }
    }

    private init(_ page: NurseryPage) {
        switch page {
        // The only contract, or the list of them.
        case .contracts:
            self.init(.sees)
            withoutSeeing = .shown
        case .withdrawal: self.init(.household)
        case .contract: self.init(.sees)
        case .leave: self.init(.sees, post: .books)
        case .announcement: self.init(.household)
        }
    }
}
