/// Judges a request's changes one after the other, then looks at the whole: a booking that depends on a cancelled one goes too, one that
/// was to make room for a refused one stays, and weeks are whole or not at all. Whatever that changes is judged again, until nothing changes any more.
struct BookingJudge {
    let facts: BookingFacts
    let asked: Set<BookingChange>
    /// What the whole refuses, whatever each change alone would be answered. It only grows, so that judging ends.
    private var refused: [BookingChange: BookingRefusal] = [:]
    /// Cancellations that others bring along.
    private var along: Set<BookingChange> = []

    init(facts: BookingFacts, asked: Set<BookingChange>) {
        self.facts = facts
        self.asked = asked
    }

    mutating func judge() -> BookingJudgement {
        while true {
            let judgement = judgeOnce()
            guard revise(judgement) else { return judgement }
        }
    }

    private func judgeOnce() -> BookingJudgement {
        var known = facts
        let rulings = facts.inOrder(asked.union(along)).map { change in
            let ruling = refused[change].map(BookingRuling.refuse) ?? known.ruling(on: change)
            known.remember(ruling, of: change.slot)
            return (change, ruling)
        }
        let answers = rulings.map { change, ruling in
            BookingJudgement.Answer(
                change: change,
                ruling: known.ranked(ruling, of: change.slot),
                cause: known.cause(of: change, ruling, before: facts)
            )
        }
        return BookingJudgement(answers: answers, outcome: known)
    }

    /// Notes what the whole asks to be judged otherwise; whether there was anything.
    private mutating func revise(_ judgement: BookingJudgement) -> Bool {
        let found = refusals(in: judgement).filter { refused[$0.change] == nil }
        for (change, refusal) in found { refused[change] = refusal }
        // What was brought along by a change that is now refused is not.
        if !found.isEmpty { along = [] }
        guard found.isEmpty else { return true }
        let brought = judgement.broughtAlong.union(judgement.restOfWholes).subtracting(asked).subtracting(along)
        along.formUnion(brought)
        return !brought.isEmpty
    }

    private func refusals(in judgement: BookingJudgement) -> [(change: BookingChange, refusal: BookingRefusal)] {
        judgement.swapsThatFail + judgement.cancellationsThatAreHeld + judgement.brokenWholes
    }
}

extension BookingFacts {
    /// "Annulé avec « Journée »": the cancelled unit that a cancelled one depended on; nil when it depended on none of the cancelled ones.
    fileprivate func cause(of change: BookingChange, _ ruling: BookingRuling, before: BookingFacts) -> String? {
        guard case .cancel = ruling, let (activity, unit) = catalogue.unit(change.slot.unit) else { return nil }
        if activity.terms.bookedBy != .day { return "\(activity.terms.bookedBy.frenchSubject) se réserve et s'annule en entier." }
        guard !unit.demanded.isEmpty,
            before.holds(change.slot, of: unit), !holds(change.slot, of: unit)
        else { return nil }
        let gone = activity.demanded(by: unit).filter {
            let slot = BookingSlot(child: change.slot.child, unit: $0.id, date: change.slot.date)
            return before.booking(of: slot)?.state.expectsChild == true && booking(of: slot)?.state.expectsChild != true
        }
        return "Annulé avec \(gone.map { quoted($0.name) }.joined(separator: ", ")), dont cette réservation dépend."
    }
}
