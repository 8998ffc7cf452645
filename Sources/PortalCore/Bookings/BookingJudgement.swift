/// What becomes of the changes of one request, judged together: what one frees or excludes decides on another.
package struct BookingJudgement: Sendable {
    package struct Answer: Hashable, Sendable {
        package let change: BookingChange
        package let ruling: BookingRuling
        /// Why it comes along with another change, in words; nil when it stands for itself.
        package let cause: String?
    }

    /// In the order of `BookingFacts.inOrder`. Besides the changes asked for, the cancellations that they bring along.
    package let answers: [Answer]
    /// What is known once all of them are done.
    let outcome: BookingFacts
}

extension BookingFacts {
    /// Judges changes together. Nothing is written.
    package func judgement(of changes: some Sequence<BookingChange>) -> BookingJudgement {
        var judge = BookingJudge(facts: self, asked: Set(changes))
        return judge.judge()
    }
}

extension BookingJudgement {
    /// How many places are taken, or given back, for it.
    func places(in catalogue: PortalCatalogue) -> [Place: (count: Int, group: ActivityGroup)] {
        var changes: [Place: (count: Int, group: ActivityGroup)] = [:]
        for answer in answers {
            let slot = answer.change.slot
            let (count, groupID): (Int, Identifier<ActivityGroup>)
            switch answer.ruling {
            case .add(let group, _): (count, groupID) = (1, group)
            case .cancel(let booking): (count, groupID) = (-1, booking.group)
            case .leave(let place) where place.offeredUntil != nil: (count, groupID) = (-1, place.group)
            case .recordAbsence, .nothingToDo, .refuse, .wait, .takeOffer, .leave, .ask: continue
            }
            guard let unit = catalogue.unit(slot.unit)?.unit, let group = catalogue.group(groupID)?.group else { continue }
            for place in unit.places(in: groupID, on: slot.date) { changes[place, default: (0, group)].count += count }
        }
        return changes
    }
}
