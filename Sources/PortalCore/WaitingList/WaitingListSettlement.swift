/// Brings the lines of some days up to date: ends what is over, and gives or offers the places that are free to those whose turn it is.
///
/// Doing it twice changes nothing: whoever holds the days, a confirmation, a background job or another process, finds what is still to do.
struct WaitingListSettlement {
    private let transaction: any Transaction
    private let catalogue: PortalCatalogue
    private let now: Instant
    /// The address of the page where families answer, for the mails.
    private let page: String?
    private let store: AwaitedPlaceStore

    init(_ transaction: any Transaction, _ catalogue: PortalCatalogue, at now: Instant, page: String?) {
        self.transaction = transaction
        self.catalogue = catalogue
        self.now = now
        self.page = page
        store = AwaitedPlaceStore(transaction)
    }

    func settle(_ days: WaitingListDays) throws {
        var letters = WaitingListLetters(catalogue, at: now, page: page)
        var waiting: [AwaitedPlace] = []
        for place in try days.places(in: catalogue) {
            if let news = catalogue.ending(of: place, at: now) {
                try end(place, news, &letters)
            } else if place.isWaiting {
                waiting.append(place)
            }
        }
        try promote(waiting, within: days.days, &letters)
        try letters.send(in: transaction)
    }

    /// Takes a place out of its line; one that was held is free again.
    private func end(_ place: AwaitedPlace, _ news: WaitingListNews, _ letters: inout WaitingListLetters) throws {
        try store.delete(place.slot)
        if place.offeredUntil != nil { try PlaceStore(transaction).move(of: place, count: -1, in: catalogue) }
        letters.add(place, news)
    }

    /// Gives each in turn what is free. Places that are wanted together are given together, and never before somebody else's turn on one of
    /// their days.
    private func promote(_ waiting: [AwaitedPlace], within days: Set<ActivityDay>, _ letters: inout WaitingListLetters) throws {
        guard !waiting.isEmpty else { return }
        var room = try WaitingListRoom(days, in: transaction, catalogue)
        var line = waiting
        var passed: Set<BookingSlot> = []
        while let place = line.first(where: { !passed.contains($0.slot) }) {
            passed.insert(place.slot)
            let wanted = place.bundle.map { bundle in line.filter { $0.bundle == bundle } } ?? [place]
            guard isTurn(of: wanted, in: line.filter { !passed.contains($0.slot) }, room), try !isPartOfMore(wanted), try take(wanted, &letters)
            else { continue }
            for place in wanted {
                room.take(place)
                passed.insert(place.slot)
            }
            // A child who has a place now may bring a sibling forward.
            if catalogue.activity(place.activity)?.waitingOrder.criteria.contains(.siblings) == true {
                line = try store.ranked(line, in: catalogue).sorted(by: AwaitedPlace.isAhead)
            }
        }
    }

    /// Whether the places are free for those who want them together, once everybody has had theirs who is ahead on one of the days.
    private func isTurn(of wanted: [AwaitedPlace], in left: [AwaitedPlace], _ room: WaitingListRoom) -> Bool {
        guard wanted.count > 1 else { return wanted.allSatisfy { room.isFree(for: $0) } }
        let others = left.filter { place in !wanted.contains { $0.slot == place.slot } }
        return wanted.allSatisfy { own in room.isFree(for: own, after: others.filter { AwaitedPlace.isAhead($0, own) }) }
    }

    /// Whether a day of the bundle is not among those that are settled now.
    private func isPartOfMore(_ wanted: [AwaitedPlace]) throws -> Bool {
        guard let bundle = wanted.first?.bundle else { return false }
        return try store.places(of: bundle).count { $0.isWaiting } > wanted.count
    }

    /// Books or holds the places, if the rules let their family book them now; whether they did. Whom something keeps from it is told once, and
    /// keeps its turn for the next place.
    private func take(_ wanted: [AwaitedPlace], _ letters: inout WaitingListLetters) throws -> Bool {
        guard let first = wanted.first else { return false }
        guard let access = try HouseholdAccess(account: first.account, in: transaction) else {
            try passOver(first, because: "L'espace de la famille n'existe plus.", &letters)
            return false
        }
        let changes = wanted.map { BookingChange(.add, $0.slot) }
        let facts = try BookingFacts(of: access, catalogue, for: changes, in: transaction, at: now).ignoringAwaited(wanted.map(\.slot))
        let judgement = facts.judgement(of: changes)
        guard judgement.answers.allSatisfy(\.isPlainBooking) else {
            for place in wanted {
                guard let refusal = judgement.hindrance(to: place.slot) else { continue }
                try passOver(place, because: refusal.french, &letters)
            }
            return false
        }
        guard try PlaceStore(transaction).move(judgement.places(in: catalogue)) == nil else { return false }
        for place in wanted { try settle(place, until: offerEnd(of: wanted), facts, &letters) }
        return true
    }

    /// Says why a free place goes to the next; once, as long as it is the same reason.
    private func passOver(_ place: AwaitedPlace, because reason: String, _ letters: inout WaitingListLetters) throws {
        guard place.passedOver?.reason != reason else { return }
        try store.passOver(place.slot, at: now, because: reason)
        letters.add(place, .passedOver(reason))
    }

    private func settle(_ place: AwaitedPlace, until: Instant?, _ facts: BookingFacts, _ letters: inout WaitingListLetters) throws {
        if let until {
            try store.offer(place.slot, until: until)
            letters.add(place, .offered(until: until))
        } else if let booking = facts.newBooking(of: place.slot, in: place.group, surcharge: .zero) {
            try store.delete(place.slot)
            try BookingStore(transaction).insert(booking)
            try OutingEnrolmentStore(transaction, catalogue).keep(booking)
            letters.add(place, .given)
        }
    }

    /// Until when places are held together: as long as the town says, and not beyond the first limit; nil where the town gives them outright.
    private func offerEnd(of wanted: [AwaitedPlace]) -> Instant? {
        wanted.compactMap { place -> Instant? in
            guard let day = catalogue.unitDay(of: place), case .offered(let hours) = day.activity.waitingList else { return nil }
            let end = now.adding(hours: hours)
            return if case .until(let limit) = day.adding { min(end, limit) } else { min(end, day.end) }
        }.min()
    }
}

extension BookingJudgement.Answer {
    fileprivate var isPlainBooking: Bool {
        if case .add(_, surcharge: .zero) = ruling { true } else { false }
    }
}

extension BookingJudgement {
    /// What refuses a place to those whose turn it is; nil when nothing does, or when it only is taken.
    fileprivate func hindrance(to slot: BookingSlot) -> BookingRefusal? {
        guard case .refuse(let refusal)? = answers.first(where: { $0.change.slot == slot && $0.change.kind == .add })?.ruling else { return nil }
        if case .full = refusal { return nil }
        return refusal
    }
}

extension PortalCatalogue {
    /// What the rules say of a place's day.
    func day(of place: AwaitedPlace) -> UnitDay? { unitDay(of: place.slot.unit, on: place.slot.date) }

    /// Why a place is no longer to be waited for; nil while it is.
    func ending(of place: AwaitedPlace, at now: Instant) -> WaitingListNews? {
        guard let day = day(of: place) else { return .closed("l'activité n'est plus proposée") }
        if let closed = day.closed { return .closed(closed.french) }
        if let closure = declaration(for: place.group, of: day.activity, on: place.slot.date) { return .closed(closure.refusal) }
        if place.state == .asked { return now < day.end ? nil : .unanswered }
        if let until = place.offeredUntil { return now > until ? .expired(until) : nil }
        guard day.adding.allows(now), now < day.end else { return .tooLate(day.adding) }
        return nil
    }
}

extension PlaceStore {
    /// Takes or gives back what one awaited place holds.
    func move(of place: AwaitedPlace, count: Int, in catalogue: PortalCatalogue) throws {
        guard let unit = catalogue.unit(place.slot.unit)?.unit, let group = catalogue.group(place.group)?.group else { return }
        let places = unit.places(in: place.group, on: place.slot.date)
        guard try move(Dictionary(uniqueKeysWithValues: places.map { ($0, (count: count, group: group)) })) == nil else {
            throw DatabaseError.other("no place to move")
        }
    }
}
