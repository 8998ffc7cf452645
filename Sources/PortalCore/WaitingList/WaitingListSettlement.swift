/// Brings the lines of some days up to date: ends what is over, and gives or offers the places that are free to those whose turn it is.
///
/// Doing it twice changes nothing: whoever holds the days, a confirmation, a background job or another process, finds what is still to do.
struct WaitingListSettlement {
    let transaction: any Transaction
    let catalogue: PortalCatalogue
    let now: Instant
    /// The address of the page where families answer, for the mails.
    private let page: String?
    let store: AwaitedPlaceStore

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

    private func promote(_ waiting: [AwaitedPlace], within days: Set<ActivityDay>, _ letters: inout WaitingListLetters) throws {
        try forEachTurn(of: waiting, within: days) { wanted in
            switch try turn(of: wanted) {
            case .theirs(let facts, let judgement):
                guard try PlaceStore(transaction).move(judgement.places(in: catalogue)) == nil else { return false }
                for place in wanted { try settle(place, until: offerEnd(of: wanted), facts, &letters) }
                return true
            case .passedOver(let reasons):
                for (place, reason) in reasons where place.isNews(reason) {
                    try store.passOver(place.slot, at: now, because: reason)
                    letters.add(place, .passedOver(reason))
                }
                return false
            }
        }
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
            guard let day = catalogue.day(of: place), case .offered(let hours) = day.activity.waitingList else { return nil }
            let end = now.adding(hours: hours)
            return if case .until(let limit) = day.adding { min(end, limit) } else { min(end, day.end) }
        }.min()
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
