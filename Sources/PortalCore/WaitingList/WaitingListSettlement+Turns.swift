extension WaitingListSettlement {
    /// What becomes of free places when somebody's turn comes.
    enum Turn {
        /// They may have them.
        case theirs(BookingFacts, BookingJudgement)
        /// Something keeps the family from having them, and what for each of them. It keeps its turn for the next ones.
        case passedOver([(place: AwaitedPlace, reason: String)])
    }

    /// Whether settling these days would change something. Reads only: the background job asks before it writes.
    ///
    /// - Parameters:
    ///   - places: all that is waited for, held or asked on the days, of which those wanted together are all there.
    func isDue(_ places: [AwaitedPlace], on days: Set<ActivityDay>) throws -> Bool {
        guard places.allSatisfy({ catalogue.ending(of: $0, at: now) == nil }) else { return true }
        let waiting = try store.ranked(places.filter(\.isWaiting), in: catalogue).sorted(by: AwaitedPlace.isAhead)
        var isDue = false
        // Up to the first change, everything stays as it would be while settling.
        try forEachTurn(of: waiting, within: days) { wanted in
            guard !isDue else { return false }
            switch try turn(of: wanted) {
            case .theirs: isDue = true
            case .passedOver(let reasons): isDue = reasons.contains { $0.place.isNews($0.reason) }
            }
            return false
        }
        return isDue
    }

    /// Goes through the lines in the order of turns, to whom what is free may be given. Places that are wanted together are given together, and
    /// never before somebody else's turn on one of their days.
    ///
    /// - Parameter take: whether the places were given.
    func forEachTurn(of waiting: [AwaitedPlace], within days: Set<ActivityDay>, take: ([AwaitedPlace]) throws -> Bool) throws {
        guard !waiting.isEmpty else { return }
        var room = try WaitingListRoom(days, in: transaction, catalogue)
        var line = waiting
        var passed: Set<BookingSlot> = []
        while let place = line.first(where: { !passed.contains($0.slot) }) {
            passed.insert(place.slot)
            let wanted = place.bundle.map { bundle in line.filter { $0.bundle == bundle } } ?? [place]
            guard isTurn(of: wanted, in: line.filter { !passed.contains($0.slot) }, room), try !isPartOfMore(wanted), try take(wanted) else {
                continue
            }
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

    /// Whether the rules let the family of some places book them now.
    func turn(of wanted: [AwaitedPlace]) throws -> Turn {
        guard let first = wanted.first else { return .passedOver([]) }
        guard let access = try HouseholdAccess(account: first.account, in: transaction) else {
            return .passedOver([(first, "L'espace de la famille n'existe plus.")])
        }
        let changes = wanted.map { BookingChange(.add, $0.slot) }
        let facts = try BookingFacts(of: access, catalogue, for: changes, in: transaction, at: now).ignoringAwaited(wanted.map(\.slot))
        let judgement = facts.judgement(of: changes)
        if judgement.answers.allSatisfy(\.isPlainBooking) { return .theirs(facts, judgement) }
        return .passedOver(wanted.compactMap { place in judgement.hindrance(to: place.slot).map { (place, $0.french) } })
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
}

extension AwaitedPlace {
    /// Whether a reason for which a free place goes to the next has not been told yet: once is enough, as long as it is the same.
    func isNews(_ reason: String) -> Bool { passedOver?.reason != reason }
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
