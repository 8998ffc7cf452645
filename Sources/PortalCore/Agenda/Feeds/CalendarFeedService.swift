/// Gives out, reads and ends the secret addresses of a family's agenda. Made once: it remembers who reads too often.
package struct CalendarFeedService: Sendable {
    /// How far the feed looks back and ahead, in days: a month and a school year.
    private static let daysBack = 31
    private static let daysAhead = 366

    private let portal: Portal
    private let random: any RandomSource
    private let readers = FeedReaders()

    package init(_ portal: Portal, random: any RandomSource = SystemRandom()) {
        self.portal = portal
        self.random = random
    }

    /// The account's feeds.
    package func feeds(of access: HouseholdAccess) throws -> [CalendarFeed] {
        try portal.database.read { try CalendarFeedStore($0).feeds(of: access.account) }
    }

    /// Makes a new secret address for the whole family or one child. One that was there before for the same choice ends.
    ///
    /// - Returns: the secret, which is stored as its digest only; nil for a child that is not the account's.
    package func make(for child: Identifier<Child>?, usesInitials: Bool, by account: Identifier<Account>) async throws -> RandomToken? {
        let token = RandomToken(bytes: 32, from: random)
        let now = portal.clock.now
        return try await portal.database.write { transaction in
            try transaction.lock("account:\(account.rawValue)")
            guard let access = try HouseholdAccess(account: account, in: transaction), child.map({ access.child($0) != nil }) ?? true
            else { return nil }
            let store = CalendarFeedStore(transaction)
            for known in try store.feeds(of: account) where known.child == child {
                try store.delete(known.id)
                try AuditLog.record(in: transaction, by: .account(account), .calendarFeedEnded, on: known.id, at: now)
            }
            let id = try store.insert(SecretDigest(of: token.text), for: account, child: child, usesInitials: usesInitials, at: now)
            let detail = child.map { "enfant \($0.rawValue)" } ?? "toute la famille"
            try AuditLog.record(in: transaction, by: .account(account), .calendarFeedMade, on: id, detail: detail, at: now)
            return token
        }
    }

    /// Ends a feed: its address answers nothing any more. False when the account has no such feed.
    package func end(_ id: Identifier<CalendarFeed>, by account: Identifier<Account>) async throws -> Bool {
        let now = portal.clock.now
        return try await portal.database.write { transaction in
            let store = CalendarFeedStore(transaction)
            guard try store.feeds(of: account).contains(where: { $0.id == id }) else { return false }
            try store.delete(id)
            try AuditLog.record(in: transaction, by: .account(account), .calendarFeedEnded, on: id, at: now)
            return true
        }
    }

    /// What a feed holds now. The rights of the account are looked up each time: what it may no longer see is no longer in it.
    ///
    /// - Throws: `CalendarFeedRefusal`, `DatabaseError`.
    package func calendar(under token: String, _ catalogue: PortalCatalogue) throws -> FamilyCalendar {
        let digest = SecretDigest(of: token)
        let now = portal.clock.now
        let found = try portal.database.read { transaction -> (CalendarFeed, HouseholdAccess)? in
            guard let feed = try CalendarFeedStore(transaction).feed(digest), let access = try HouseholdAccess(account: feed.account, in: transaction)
            else { return nil }
            return (feed, access)
        }
        guard let (feed, access) = found else { throw CalendarFeedRefusal.unknown }
        guard readers.mayRead(feed.id, at: now) else { throw CalendarFeedRefusal.tooOften }
        let first = ParisTime.date(now).adding(days: -Self.daysBack)
        let agendas = try AgendaService(portal, catalogue).agendas(from: first, days: Self.daysBack + Self.daysAhead, for: access)
        let children = access.children.filter { feed.child == nil || $0.id == feed.child }
        let events = children.flatMap { child in
            (agendas[child.id] ?? []).map { CalendarEvent($0, of: child, usesInitials: feed.usesInitials, portal: portal.slug) }
        }
        let names = feed.usesInitials ? "famille" : children.map(\.firstName).joined(separator: ", ")
        return FamilyCalendar(
            name: "\(catalogue.settings.shortName)\u{A0}: \(names)",
            events: events.sorted { $0.startsAt < $1.startsAt },
            madeAt: now
        )
    }
}

/// Why a feed does not answer.
package enum CalendarFeedRefusal: Error, Hashable, Sendable {
    case unknown
    /// More often than any calendar needs.
    case tooOften
}
