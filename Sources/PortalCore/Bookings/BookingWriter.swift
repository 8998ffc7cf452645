/// Writes the bookings that the rules accept.
struct BookingWriter {
    private let bookings: BookingStore
    private let places: PlaceStore
    private let awaited: AwaitedPlaceStore
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
        bookings = BookingStore(transaction)
        places = PlaceStore(transaction)
        awaited = AwaitedPlaceStore(transaction)
    }

    /// Judges and applies changes; the answers, in the order of the judgement.
    func apply(_ changes: some Sequence<BookingChange>, to facts: inout BookingFacts) throws -> [BookingReviewLine] {
        let judgement = try takePlaces(for: changes, &facts)
        for answer in judgement.answers { try write(answer.ruling, of: answer.change.slot, facts) }
        return judgement.answers.map(facts.line)
    }

    /// Takes the places that the changes need and gives back those that they free. Where somebody else took one since the facts were read, its
    /// row, which is ours from then on, is read again, and all is judged anew.
    private func takePlaces(for changes: some Sequence<BookingChange>, _ facts: inout BookingFacts) throws -> BookingJudgement {
        var corrected: Set<Place> = []
        while true {
            let judgement = facts.judgement(of: changes)
            if facts.desk?.overbooks == true {
                try places.moveRegardless(judgement.places(in: facts.catalogue))
                return judgement
            }
            guard let lost = try places.move(judgement.places(in: facts.catalogue)) else { return judgement }
            guard corrected.insert(lost).inserted else { throw DatabaseError.other("a place's row changed under its lock") }
            facts.correct(lost, to: try places.count(of: lost))
        }
    }

    private func write(_ ruling: BookingRuling, of slot: BookingSlot, _ facts: BookingFacts) throws {
        switch ruling {
        case .add(let group, let surcharge):
            guard let booking = facts.newBooking(of: slot, in: group, surcharge: surcharge) else { return }
            try bookings.insert(booking)
            try OutingEnrolmentStore(transaction, facts.catalogue).keep(booking)
        case .cancel:
            try bookings.delete(slot)
            try ExpectedTimeStore(transaction).delete(on: slot)
            try OutingEnrolmentStore(transaction, facts.catalogue).forget(slot)
        case .recordAbsence(_, let state): try bookings.update(slot, to: state)
        case .takeOffer(let place):
            guard let booking = facts.newBooking(of: slot, in: place.group, surcharge: .zero) else { return }
            try awaited.delete(slot)
            try bookings.insert(booking)
            try OutingEnrolmentStore(transaction, facts.catalogue).keep(booking)
        case .leave: try awaited.delete(slot)
        // Those who wait are written with their request.
        case .wait, .ask, .nothingToDo, .refuse: break
        }
    }
}
