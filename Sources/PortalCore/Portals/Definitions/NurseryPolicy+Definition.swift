extension NurseryPolicy {
    /// The keys under "accueil régulier".
    static let keys = ["préavis", "congés", "congés par an", "dépassement"]

    /// Reads "accueil régulier" of an activity; nil when it left issues.
    init?(_ fields: DefinitionFields) {
        let notice = fields.required("préavis", .leaveNotice)
        let decision = fields.required("congés", DefinitionFormat<LeaveDecision>.word)
        let usual = fields.required("congés par an", .leaveDays)
        let overrun = fields.optional("dépassement", .overrunStep)
        guard let notice, let decision, let usual else { return nil }
        self.init(notice: notice, decision: decision, usualLeave: usual, overrun: overrun ?? .halfHour)
    }

    func write(to file: inout YAMLWriter) {
        file.field("préavis", notice.notation)
        file.field("congés", decision.rawValue)
        file.field("congés par an", AbsencePolicy.days(usualLeave))
        file.field("dépassement", overrun.notation)
    }
}

extension DefinitionFormat where Value == LeaveNotice {
    fileprivate static var leaveNotice: DefinitionFormat {
        DefinitionFormat(expected: "il faut une durée comme 15 jours ou 1 mois") { LeaveNotice(notation: $0) }
    }
}

extension DefinitionFormat where Value == OverrunStep {
    fileprivate static var overrunStep: DefinitionFormat {
        DefinitionFormat(expected: "il faut\u{A0}: 15 min ou 30 min") { text in OverrunStep.allCases.first { $0.notation == text } }
    }
}

extension DefinitionFormat where Value == Int {
    fileprivate static var leaveDays: DefinitionFormat {
        DefinitionFormat(expected: "il faut un nombre de jours, comme 35 jours") { text in
            guard case .days(let count)? = AbsencePolicy.Span(notation: text), count <= 120 else { return nil }
            return count
        }
    }
}
