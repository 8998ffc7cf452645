/// What an account may do about a child's custody, inside one transaction.
struct CustodyWishDesk {
    let access: HouseholdAccess
    /// The child's homes that the account belongs to, and the one that it does not.
    let own: [Identifier<Household>]
    let other: Identifier<Household>?

    private let transaction: any Transaction
    private let child: Identifier<Child>
    private let calendar: CustodyCalendar

    /// - Throws: `HouseholdRefusal`.
    init(_ transaction: any Transaction, _ child: Identifier<Child>, _ account: Identifier<Account>) throws {
        try transaction.lock("child:\(child.rawValue)")
        guard let access = try HouseholdAccess(account: account, in: transaction) else { throw HouseholdRefusal.unknown }
        try access.requireAuthority(over: child)
        guard let calendar = try CustodyStore(transaction).calendar(of: child) else { throw HouseholdRefusal.unknown }
        self.transaction = transaction
        self.child = child
        self.calendar = calendar
        self.access = access
        let homes = [calendar.evenWeeks, calendar.oddWeeks]
        own = homes.filter { access.family($0) != nil }
        other = homes.first { access.family($0) == nil }
    }

    func waiting(_ id: Identifier<CustodyWish>) throws -> CustodyWish? {
        try CustodyWishStore(transaction).wishes(of: child, limit: 100).first { $0.id == id && $0.state == .asked }
    }

    /// Whether an account belongs to one of this one's homes.
    func isOfOwnHome(_ account: Identifier<Account>) throws -> Bool {
        guard let adult = try AccountStore(transaction).adult(of: account) else { return false }
        return access.families.filter { own.contains($0.household.id) }.contains { $0.adults.contains { $0.id == adult } }
    }

    /// - Throws: `FieldErrors` when the calendar has an exception on some of the days, or somebody waits for an answer about them.
    func refuseOverlap(with days: ClosedRange<CivilDate>, besides waiting: [CustodyWish]) throws(FieldErrors) {
        if let taken = calendar.exceptions.first(where: { $0.days.overlaps(days) }) {
            throw FieldErrors(CustodyWishForm.Field.firstDay, "Un échange existe déjà \(taken.days.frenchSpan).")
        }
        if let taken = waiting.first(where: { $0.days.overlaps(days) }) {
            throw FieldErrors(CustodyWishForm.Field.firstDay, "Un échange attend déjà une réponse \(taken.days.frenchSpan).")
        }
    }

    /// Notes the answer; an agreed wish becomes an exception of the calendar. Who asked is told.
    func settle(
        _ wish: CustodyWish,
        to state: CustodyWishState,
        byAccount account: Identifier<Account>?,
        byStaff member: Identifier<StaffMember>?,
        link: String,
        at now: Instant
    ) throws {
        if state == .agreed {
            if let taken = calendar.exceptions.first(where: { $0.days.overlaps(wish.days) }) {
                throw HouseholdRefusal.tooMany("Un échange existe déjà \(taken.days.frenchSpan).")
            }
            try CustodyStore(transaction).insert(CustodyException(days: wish.days, household: wish.household), of: child)
        }
        guard try CustodyWishStore(transaction).settle(wish.id, to: state, byAccount: account, byStaff: member, at: now) else {
            throw HouseholdRefusal.unknown
        }
        let actor: Actor = member.map { .staff($0) } ?? account.map { .account($0) } ?? .system
        let detail = "enfant \(child.rawValue), \(state.rawValue)"
        try AuditLog.record(in: transaction, by: actor, .custodyWishSettled, on: wish.id, detail: detail, at: now)
        guard state != .withdrawn, let owner = try AccountOwnerStore(transaction).owner(of: wish.askedBy), let email = owner.email,
            let settings = try PortalCatalogueStore(transaction).load()?.settings
        else { return }
        let mail = Mail.custodyAnswer(to: email, salutation: owner.salutation, days: wish.days, isAgreed: state == .agreed, link: link, settings)
        try OutboxStore(transaction).enqueue(mail, to: wish.askedBy, at: now)
    }
}

extension AuditAct {
    /// Subject: the wish.
    fileprivate static let custodyWishSettled = AuditAct(rawValue: "custody.wishSettled")
}

extension Mail {
    /// Tells the other household of a wish. No names of children: the subject shows on locked screens, the page has the rest.
    static func custodyWish(
        to recipient: EmailAddress,
        from name: String,
        days: ClosedRange<CivilDate>,
        link: String,
        _ settings: PortalSettings
    ) -> Mail {
        Mail(
            to: recipient,
            subject: "un échange de garde vous est proposé",
            salutation: nil,
            [
                .paragraph("\(name) vous propose un échange de garde \(days.frenchSpan), sur \(settings.portalName)."),
                .paragraph("Tant que vous n'avez pas accepté, rien ne change."),
                .action("Lire la proposition et répondre", link: link),
            ],
            from: settings
        )
    }

    static func custodyAnswer(
        to recipient: EmailAddress,
        salutation: String,
        days: ClosedRange<CivilDate>,
        isAgreed: Bool,
        link: String,
        _ settings: PortalSettings
    ) -> Mail {
        let answer = isAgreed ? "est accepté\u{A0}: le calendrier de garde en tient compte" : "n'est pas accepté\u{A0}: le calendrier ne change pas"
        return Mail(
            to: recipient,
            subject: "votre échange de garde",
            salutation: salutation,
            [
                .paragraph("L'échange de garde que vous avez demandé \(days.frenchSpan) \(answer)."),
                .action("Voir les échanges de garde", link: link),
            ],
            from: settings
        )
    }
}
