extension BookingFacts {
    /// The rank that a child gets by joining a line now, or has by having joined it in this request.
    func nextRank(at slot: BookingSlot, in group: Identifier<ActivityGroup>) -> Int {
        lines.nextRank(of: slot, in: group, priority: waitingPriority)
    }

    /// Whose turn comes first in a line by the activity's order, the lower number first.
    func waitingPriority(at slot: BookingSlot) -> Int {
        guard let activity = catalogue.unit(slot.unit)?.activity, !activity.waitingOrder.criteria.isEmpty else { return 0 }
        let payer = payer(of: slot.child, on: slot.date)
        return activity.waitingOrder.priority { criterion in
            switch criterion {
            case .kind(let kind): standing.has(kind, slot.child, school: "", payer: payer, in: activity.id, on: slot.date)
            case .siblings: payer.map { hasSibling(at: slot, in: activity, of: $0) } ?? false
            }
        }
    }

    /// A ruling with the rank that its line gives it once the whole request is judged: a sibling that comes later counts too.
    func ranked(_ ruling: BookingRuling, of slot: BookingSlot) -> BookingRuling {
        guard case .wait(let group, _) = ruling else { return ruling }
        return .wait(group, rank: nextRank(at: slot, in: group))
    }

    private func hasSibling(at slot: BookingSlot, in activity: Activity, of household: Identifier<Household>) -> Bool {
        (standing.children[household] ?? []).contains { child in
            child != slot.child
                && activity.units.contains { booking(of: BookingSlot(child: child, unit: $0.id, date: slot.date))?.state.expectsChild == true }
        }
    }
}
