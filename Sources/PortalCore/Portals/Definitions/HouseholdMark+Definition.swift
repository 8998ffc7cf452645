extension DefinitionFields {
    /// The marks that a town names besides the portal's own.
    func householdMarks() -> [HouseholdMark] {
        let names = items("marques") { $0.value(.line(40)) }
        if Set(names).count < names.count { note("marques", "une marque est donnée deux fois") }
        for name in names where PriorityKind.words.contains(name) || name == WaitingCriterion.siblings.rawValue {
            note("marques", "\(quoted(name)) est déjà une priorité du portail")
        }
        return names.map(HouseholdMark.init)
    }
}

extension PriorityKind {
    /// The words that a definition may use where a town has these marks.
    static func words(with marks: [HouseholdMark]) -> [String] {
        let own = [.workingParents] + marks.filter { $0 != .workingParents }
        return words + own.map(\.rawValue)
    }
}
