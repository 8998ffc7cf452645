extension ActivityDefinition {
    /// Reads one activity of a definition file; nil when it left issues.
    ///
    /// - Parameter marks: those that the town names.
    init?(_ item: DefinitionItem, marks: [HouseholdMark]) {
        guard let fields = item.fields(DefinitionKey.activity) else { return nil }
        let code = fields.required("code", .slug)
        let name = fields.required("nom", .line())
        let kind = fields.required("type", DefinitionFormat<ActivityKind>.word)
        let place = fields.required("lieu", .line())
        let description = fields.required("description", .prose(1_000))
        let outing = kind == .outing ? fields.outing() : nil
        if kind != .outing { fields.refuseOutingKeys() }
        let sessions = kind == .outing ? (plan: SessionPlan.none, written: []) : fields.sessions()
        let opening = kind == .outing ? OpeningPattern(weekdays: [], period: .always, sessions: .none) : fields.opening(sessions.plan)
        let rules = fields.mapping("délais", keys: DefinitionKey.rules).flatMap(BookingRules.init)
        let datedRules = fields.items("délais datés", DatedRules.init).sortedStably { $0.firstDay < $1.firstDay }
        let terms = fields.bookingTerms(marks: marks)
        let waitingList = fields.optional("liste d'attente", .waitingList)
        let extraDays = outing?.dates ?? fields.items("jours ajoutés") { $0.value(.date) }
        if Set(extraDays).count < extraDays.count { fields.note("jours ajoutés", "un jour est donné deux fois") }
        let units = fields.units()
        let groups = fields.required("groupes", items: GroupDefinition.init)
        let ownAbsences = fields.has("absences") ? fields.mapping("absences", keys: AbsencePolicy.keys).flatMap(AbsencePolicy.init) : nil
        let regularCare = "accueil régulier"
        let nurseryPolicy = fields.has(regularCare) ? fields.mapping(regularCare, keys: NurseryPolicy.keys).flatMap(NurseryPolicy.init) : nil
        let ownBuses = fields.has("circuits") ? fields.mapping("circuits", keys: BusNetwork.keys).flatMap(BusNetwork.init) : nil
        fields.refuseDuplicateCodes(in: "groupes")
        guard let code, let name, let kind, let place, let description, let opening, let rules else { return nil }
        self.init(
            code: code,
            name: name,
            kind: kind,
            place: place,
            description: description,
            opening: opening,
            rules: rules,
            datedRules: datedRules,
            terms: terms,
            extraDays: extraDays.sorted(),
            units: units,
            groups: groups,
            writtenSessions: sessions.written,
            waitingList: waitingList ?? .noLine
        )
        waitingOrder = fields.waitingOrder(marks: marks, waitingList: self.waitingList)
        absences = ownAbsences
        nursery = nurseryPolicy
        self.outing = outing?.plan
        buses = ownBuses
        if nurseryPolicy != nil, kind != .nursery { fields.note(regularCare, "seule une activité de type petite-enfance en a un") }
        if let problem = sessionProblem { fields.note("sessions", problem) }
        for (earlier, later) in zip(datedRules, datedRules.dropFirst()) where earlier.firstDay == later.firstDay {
            fields.note("délais datés", "deux délais commencent le \(later.firstDay.frenchWithoutWeekday)")
        }
    }

    /// Why the sessions do not go with the opening or the deadlines; nil when they do.
    private var sessionProblem: String? {
        let followsHolidays = opening.sessions == .perHoliday || opening.sessions == .perHolidayWeek
        if followsHolidays && opening.period == .school { return "une activité ouverte en période scolaire n'a pas de session de vacances" }
        let termsCountFromSession = terms.bookedBy == .session || terms.countsFromSession
        if opening.sessions == .none && termsCountFromSession { return "la réservation suit la session, mais l'activité n'en a pas" }
        if opening.sessions == .none && ([rules] + datedRules.map(\.rules)).contains(where: \.countsFromSession) {
            return "un délai compte à partir de la session, mais l'activité n'en a pas"
        }
        return nil
    }
}

extension DefinitionFields {
    /// The plan of the sessions and the ones written by hand: "aucune", "par période", "par semaine", or a list.
    fileprivate func sessions() -> (plan: SessionPlan, written: [ActivitySession]) {
        guard isList("sessions") else {
            let plan = optional("sessions", DefinitionFormat<SessionPlan>.sessionPlan)
            return (plan ?? .none, [])
        }
        let written = items("sessions", ActivitySession.init).sortedStably { $0.firstDay < $1.firstDay }
        refuseOverlaps("sessions", of: written.map { $0.firstDay...$0.lastDay })
        return (.written, written)
    }

    fileprivate func opening(_ sessions: SessionPlan) -> OpeningPattern? {
        let weekdays = required("jours", items: { $0.value(.weekday) })
        let period = required("période", DefinitionFormat<OpeningPeriod>.word)
        if Set(weekdays).count < weekdays.count { note("jours", "un jour est donné deux fois") }
        return period.map { OpeningPattern(weekdays: Set(weekdays), period: $0, sessions: sessions) }
    }
}

extension DatedRules {
    fileprivate init?(_ item: DefinitionItem) {
        guard let fields = item.fields(DefinitionKey.datedRules) else { return nil }
        let firstDay = fields.required("du", .date)
        let lastDay = fields.optional("au", .date)
        let rules = BookingRules(fields)
        guard let firstDay, let rules else { return nil }
        if let lastDay, lastDay < firstDay { fields.note("au", "le dernier jour vient avant le premier") }
        self.init(firstDay: firstDay, lastDay: lastDay, rules: rules)
    }
}

extension ActivitySession {
    fileprivate init?(_ item: DefinitionItem) {
        guard let fields = item.fields(DefinitionKey.session) else { return nil }
        let name = fields.required("nom", .line())
        let days = fields.days()
        guard let name, let days else { return nil }
        self.init(name: name, firstDay: days.lowerBound, lastDay: days.upperBound)
    }
}
