/// What the units of one day ask of the whole of a request.
extension BookingJudgement {
    /// The cancellations of what cannot stay without what is cancelled.
    var broughtAlong: Set<BookingChange> {
        var brought: Set<BookingChange> = []
        for (change, activity, unit) in cancellations {
            for dependent in activity.demanding(unit) {
                let slot = BookingSlot(child: change.slot.child, unit: dependent.id, date: change.slot.date)
                guard outcome.booking(of: slot)?.state.expectsChild == true, !outcome.holds(slot, of: dependent) else { continue }
                brought.insert(BookingChange(.cancel, slot))
            }
        }
        return brought
    }

    /// Cancellations that were to make room for a booking that is refused: both are answered no, and what was booked stays.
    var swapsThatFail: [(change: BookingChange, refusal: BookingRefusal)] {
        var failed: [(BookingChange, BookingRefusal)] = []
        for (change, activity, unit) in cancellations {
            let replacing = answers.filter { answer in
                answer.change.kind == .add && answer.change.slot.child == change.slot.child && answer.change.slot.date == change.slot.date
                    && activity.units.contains { $0.id == answer.change.slot.unit && activity.excludes(unit, $0) }
            }
            let refusals = replacing.compactMap { answer in outcome.refusalOfSwap(answer).map { (answer.change, $0) } }
            guard let first = refusals.first, refusals.count == replacing.count else { continue }
            let name = outcome.catalogue.unit(first.0.slot.unit)?.unit.name ?? ""
            failed.append((change, .keptFor(name, change.slot.date)))
            failed += refusals
        }
        return failed
    }

    /// Cancellations of what a booking depends on that cannot be cancelled itself.
    var cancellationsThatAreHeld: [(change: BookingChange, refusal: BookingRefusal)] {
        cancellations.compactMap { change, activity, unit in
            for dependent in activity.demanding(unit) {
                let slot = BookingSlot(child: change.slot.child, unit: dependent.id, date: change.slot.date)
                guard let refusal = answers.first(where: { $0.change == BookingChange(.cancel, slot) })?.refusal,
                    outcome.booking(of: slot)?.state.expectsChild == true, !outcome.holds(slot, of: dependent)
                else { continue }
                return (change, .held(by: dependent.name, refusal))
            }
            return nil
        }
    }

    /// The cancellations that would be done, with what they cancel.
    private var cancellations: [(change: BookingChange, activity: Activity, unit: BookableUnit)] {
        answers.compactMap { answer in
            switch answer.ruling {
            case .cancel, .recordAbsence: outcome.catalogue.unit(answer.change.slot.unit).map { (answer.change, $0.activity, $0.unit) }
            case .add, .nothingToDo, .refuse, .wait, .takeOffer, .leave, .ask: nil
            }
        }
    }
}

extension BookingJudgement.Answer {
    var refusal: BookingRefusal? {
        if case .refuse(let refusal) = ruling { refusal } else { nil }
    }
}

extension BookingFacts {
    /// What keeps a booking from replacing another one; also that there is no place yet: nobody gives a place up for a rank in a line.
    fileprivate func refusalOfSwap(_ answer: BookingJudgement.Answer) -> BookingRefusal? {
        switch answer.ruling {
        case .refuse(let refusal): refusal
        case .wait(let group, _), .ask(let group): .full(catalogue.group(group)?.group.name ?? "", answer.change.slot.date)
        case .add, .takeOffer, .cancel, .recordAbsence, .leave, .nothingToDo: nil
        }
    }
}
