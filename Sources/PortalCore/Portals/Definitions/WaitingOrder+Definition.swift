extension DefinitionFields {
    /// Whose turn comes first in an activity's lines; first come, first served where the file says nothing.
    func waitingOrder(marks: [HouseholdMark], waitingList: WaitingListMode) -> WaitingOrder {
        let key = "ordre d'attente"
        let criteria = items(key) { $0.value(.waitingCriterion(marks: marks)) }
        if Set(criteria).count < criteria.count { note(key, "une priorité est donnée deux fois") }
        if criteria.count > WaitingOrder.mostCriteria { note(key, "\(WaitingOrder.mostCriteria) priorités au plus") }
        if has(key), waitingList == .noLine { note(key, "l'activité n'a pas de liste d'attente") }
        return WaitingOrder(criteria)
    }
}

extension DefinitionFormat where Value == WaitingCriterion {
    fileprivate static func waitingCriterion(marks: [HouseholdMark]) -> DefinitionFormat {
        // The schools are those of a window.
        let words = [WaitingCriterion.siblings.rawValue] + PriorityKind.words(with: marks).filter { $0 != PriorityKind.schools.rawValue }
        return DefinitionFormat(expected: "il faut une de ces priorités\u{A0}: \(words.joined(separator: ", "))") { text in
            words.contains(text) ? WaitingCriterion(rawValue: text) : nil
        }
    }
}
