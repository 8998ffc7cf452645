/// Swapping days of custody: a parent asks, the other household or the staff answer, and the calendar follows.
package struct CustodyWishService: Sendable {
    private static let mostWaiting = 5

    private let portal: Portal
    /// The address of the page about a child's custody.
    private let link: @Sendable (Identifier<Child>) -> String

    /// - Parameter link: the absolute address of the page about a child's custody, for mails.
    package init(_ portal: Portal, link: @escaping @Sendable (Identifier<Child>) -> String = { _ in "" }) {
        self.portal = portal
        self.link = link
    }

    /// A child's custody as one of its adults sees it; nil when the child has one home, or no calendar.
    ///
    /// - Throws: `HouseholdRefusal.unknown` for a stranger's child.
    package func custody(of child: Identifier<Child>, for access: HouseholdAccess) throws -> SharedCustody? {
        guard let known = access.child(child), let relation = access.relation(to: child) else { throw HouseholdRefusal.unknown }
        return try portal.database.read { transaction in
            guard let calendar = try CustodyStore(transaction).calendar(of: child) else { return nil }
            let wishes = try CustodyWishStore(transaction).wishes(of: child, limit: 20)
            let own = Set(access.households(of: child).map(\.id))
            return SharedCustody(child: known, calendar: calendar, own: own, wishes: wishes, reader: access.account, mayAsk: relation.holdsAuthority)
        }
    }

    /// A child's custody wishes, for the staff.
    package func wishes(of child: Identifier<Child>) throws -> [CustodyWish] {
        try portal.database.read { try CustodyWishStore($0).wishes(of: child, limit: 20) }
    }

    /// Those of all children that wait for an answer, the oldest first, with the child's name.
    package func waiting() throws -> [(wish: CustodyWish, childName: String)] {
        try portal.database.read { try CustodyWishStore($0).waiting(limit: 200) }
    }

    /// Asks for other days. The other household reads it by mail and in the portal.
    ///
    /// - Throws: `FieldErrors` about `CustodyWishForm.Field`; `HouseholdRefusal`.
    package func ask(_ form: CustodyWishForm, for child: Identifier<Child>, by account: Identifier<Account>) async throws {
        let now = portal.clock.now
        let checked = try form.checked(today: ParisTime.date(now))
        let address = link(child)
        try await portal.database.write { transaction in
            let desk = try CustodyWishDesk(transaction, child, account)
            guard let own = desk.own.first, let other = desk.other else { throw HouseholdRefusal.unknown }
            let store = CustodyWishStore(transaction)
            let waiting = try store.wishes(of: child, limit: 100).filter { $0.state == .asked }
            guard waiting.count < Self.mostWaiting else {
                throw FieldErrors(CustodyWishForm.Field.firstDay, "\(Self.mostWaiting) échanges attendent déjà une réponse\u{A0}: attendez-la.")
            }
            try desk.refuseOverlap(with: checked.days, besides: waiting)
            let household = checked.home == .own ? own : other
            let id = try store.insert(checked, for: child, at: household, by: account, at: now)
            try AuditLog.record(in: transaction, by: .account(account), .custodyWished, on: id, detail: "enfant \(child.rawValue)", at: now)
            guard let settings = try PortalCatalogueStore(transaction).load()?.settings else { return }
            for reader in try store.others(than: own, of: child) {
                let mail = Mail.custodyWish(to: reader.email, from: desk.access.adult.fullName, days: checked.days, link: address, settings)
                try OutboxStore(transaction).enqueue(mail, to: reader.account, at: now)
            }
        }
    }

    /// Agrees to or refuses the other household's wish, or takes one's own back.
    ///
    /// - Throws: `HouseholdRefusal.unknown` when it does not wait, or is not this adult's to answer; `.tooMany` when other days stand in its way.
    package func answer(
        _ id: Identifier<CustodyWish>,
        of child: Identifier<Child>,
        with state: CustodyWishState,
        by account: Identifier<Account>
    ) async throws {
        let now = portal.clock.now
        let address = link(child)
        try await portal.database.write { transaction in
            let desk = try CustodyWishDesk(transaction, child, account)
            guard let wish = try desk.waiting(id) else { throw HouseholdRefusal.unknown }
            // Both homes' adults may take back what they asked; only the other home answers.
            let isOwn = try desk.isOfOwnHome(wish.askedBy)
            guard isOwn == (state == .withdrawn) else { throw HouseholdRefusal.unknown }
            try desk.settle(wish, to: state, byAccount: account, byStaff: nil, link: address, at: now)
        }
    }

    /// The staff's answer.
    ///
    /// - Throws: as `answer`.
    package func settle(
        _ id: Identifier<CustodyWish>,
        of child: Identifier<Child>,
        with state: CustodyWishState,
        by member: Identifier<StaffMember>
    ) async throws {
        let now = portal.clock.now
        let address = link(child)
        try await portal.database.write { transaction in
            try transaction.lock("child:\(child.rawValue)")
            let wishes = try CustodyWishStore(transaction).wishes(of: child, limit: 100)
            guard let wish = wishes.first(where: { $0.id == id && $0.state == .asked }), state != .withdrawn else { throw HouseholdRefusal.unknown }
            let desk = try CustodyWishDesk(transaction, child, wish.askedBy)
            try desk.settle(wish, to: state, byAccount: nil, byStaff: member, link: address, at: now)
        }
    }
}

extension AuditAct {
    /// Subject: the wish.
    fileprivate static let custodyWished = AuditAct(rawValue: "custody.wished")
}
