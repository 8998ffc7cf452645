extension ActivityDefinition {
    private func writeOpening(to file: inout YAMLWriter) {
        file.flow("jours", opening.weekdays.sorted().map(\.frenchName))
        file.field("période", opening.period.rawValue)
        if opening.sessions == .written {
            file.items("sessions", writtenSessions) { file, session in
                file.prose("nom", session.name)
                file.days(from: session.firstDay, to: session.lastDay)
            }
        } else {
            file.field("sessions", opening.sessions.rawValue)
        }
        if !extraDays.isEmpty { file.flow("jours ajoutés", extraDays.map(\.iso)) }
    }

    /// Writes the activity as an item of a definition file.
    func write(to file: inout YAMLWriter) {
        file.field("code", code)
        file.prose("nom", name)
        file.field("type", kind.rawValue)
        file.prose("lieu", place)
        file.block("description", FrenchTypography.plain(description))
        if let outing { outing.write(to: &file, dates: extraDays) } else { writeOpening(to: &file) }
        terms.write(to: &file)
        file.mapping("délais") { rules.write(to: &$0) }
        file.items("délais datés", datedRules) { file, dated in
            file.field("du", dated.firstDay.iso)
            file.field("au", dated.lastDay?.iso)
            dated.rules.write(to: &file)
        }
        if waitingList != .noLine { file.field("liste d'attente", waitingList.notation) }
        if !waitingOrder.criteria.isEmpty { file.flow("ordre d'attente", waitingOrder.criteria.map { YAMLWriter.inFlow($0.rawValue) }) }
        file.items("unités", units) { file, unit in
            file.field("code", unit.code)
            file.prose("nom", unit.name)
            file.field("de", unit.startsAt.clock)
            file.field("à", unit.endsAt.clock)
            file.field("prix", unit.price.notation)
            if unit.counters != [unit.code] { file.flow("compteurs", unit.counters) }
            if !unit.excluded.isEmpty { file.flow("exclut", unit.excluded) }
            if !unit.demanded.isEmpty { file.flow("demande", unit.demanded) }
            for moment in ExpectedMoment.allCases { file.field(moment.key, unit.askedTimes[moment]?.notation) }
        }
        file.items("groupes", groups) { file, group in
            file.field("code", group.code)
            file.prose("nom", group.name)
            file.field("âges", "\(group.ages.lowerBound)-\(group.ages.upperBound)")
            file.field("places", String(group.capacity))
            file.field("encadrement", (group.staffing?.childrenPerStaff).map { "1 pour \($0)" })
            file.field("animateurs", (group.staffing?.planned).map(String.init))
        }
        if let absences { file.mapping("absences") { absences.write(to: &$0) } }
        if let nursery { file.mapping("accueil régulier") { nursery.write(to: &$0) } }
        if let buses { file.mapping("circuits") { buses.write(to: &$0) } }
    }
}

extension BookingRules {
    fileprivate func write(to file: inout YAMLWriter) {
        file.field("réservation", adding.notation)
        file.field("annulation", cancellingOverride?.notation)
        file.field("ajout hors délai", lateAdding.notation)
        file.field("annulation hors délai", lateCancelling.notation)
        file.block("source", FrenchTypography.plain(source))
    }
}
