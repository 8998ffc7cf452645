extension ActivityImpact {
    /// Looks up what a change would touch. Writes nothing.
    init(of change: ActivityChange, on activity: Activity, _ catalogue: PortalCatalogue, in transaction: any Transaction, at now: Instant) throws {
        let reading = ImpactReading(activity: activity, catalogue: catalogue, transaction: transaction, now: now)
        switch change {
        case .extraDays(let days): self.init(reading.added(days))
        case .extraDayRemoval(let day): self.init(try reading.removed(day))
        case .horizon(let dated): self.init(try reading.horizon(dated))
        case .horizonRemoval(let day): self.init(try reading.horizonRemoved(day))
        case .window(let window): self.init(try reading.window(window))
        case .windowRemoval(let day): self.init(try reading.windowRemoved(day))
        case .times(let times): self.init(try reading.times(times))
        case .places(let setting):
            let crowded = try reading.crowded(setting)
            self.init(reading.places(setting, crowded), crowded: crowded)
        }
    }
}

private struct ImpactReading {
    let activity: Activity
    let catalogue: PortalCatalogue
    let transaction: any Transaction
    let now: Instant

    private var opening: OpeningDays { OpeningDays(of: activity, in: catalogue.calendar) }
    private var today: CivilDate { ParisTime.date(now) }

    private func booked(_ days: ClosedRange<CivilDate>) throws -> ActivityImpact.Line {
        let count = try BookedCountStore(transaction).count(in: activity.id, from: days.lowerBound, through: days.upperBound)
        return .init(title: "Déjà réservé", words: count.french)
    }

    // MARK: - Days

    func added(_ days: [CivilDate]) -> [ActivityImpact.Line] {
        let listed = days.map { day in "\(day.french) (\(opening.closedReason(on: day)?.french ?? "ouvert"))" }
        return [
            .init(title: days.count == 1 ? "Le jour" : "Les \(days.count) jours", words: listed.joined(separator: "\u{A0}; ")),
            .init(
                title: "Ce qui change",
                words: "L'activité y ouvre, avec ses unités, ses places, ses prix et ses délais habituels. Les familles inscrites peuvent y réserver."
            ),
        ]
    }

    func removed(_ day: CivilDate) throws -> [ActivityImpact.Line] {
        [
            .init(title: "Ce qui change", words: "L'activité suit de nouveau ses jours habituels le \(day.french)."),
            try booked(day...day),
        ]
    }

    // MARK: - Horizon

    func horizon(_ dated: DatedHorizon) throws -> [ActivityImpact.Line] {
        let until = activity.terms.datedHorizons.first { $0.firstDay > dated.firstDay }.map { $0.firstDay.adding(days: -1) }
        return try horizonLines(of: dated.firstDay, until: until, after: activity.terms.adding(dated))
    }

    func horizonRemoved(_ day: CivilDate) throws -> [ActivityImpact.Line] {
        let until = activity.terms.datedHorizons.first { $0.firstDay > day }.map { $0.firstDay.adding(days: -1) }
        return try horizonLines(of: day, until: until, after: activity.terms.removingHorizon(startingOn: day))
    }

    private func horizonLines(of first: CivilDate, until last: CivilDate?, after terms: BookingTerms) throws -> [ActivityImpact.Line] {
        let span = first...(last ?? SchoolYear(containing: first).lastDay)
        let days = span.filter { opening.isOpen(on: $0) && activity.terms.window(containing: $0) == nil }
        let closing = days.filter { isOpen($0, under: activity.terms) && !isOpen($0, under: terms) }
        let openingNow = days.filter { !isOpen($0, under: activity.terms) && isOpen($0, under: terms) }
        var lines = [
            ActivityImpact.Line(title: "Jours concernés", words: "\(span.frenchSpan.capitalizedStart)\(last == nil ? ", et ensuite" : "")."),
            .init(title: "Ouvrent aussitôt", words: openingNow.words(none: "Aucun jour de plus.")),
            .init(title: "Ne se réservent plus encore", words: closing.words(none: "Aucun jour.")),
        ]
        if let start = closing.first, let end = closing.last { lines.append(try booked(start...end)) }
        return lines
    }

    private func isOpen(_ date: CivilDate, under terms: BookingTerms) -> Bool {
        guard let horizon = terms.horizon(on: date) else { return true }
        let session = horizon.countsFromSession ? opening.sessionFirstOpenDay(for: date) : nil
        return horizon.opening(of: date, sessionFirstDay: session) <= now
    }

    // MARK: - Windows

    func window(_ window: BookingWindow) throws -> [ActivityImpact.Line] {
        let open = window.days.filter(opening.isOpen)
        var lines = [ActivityImpact.Line(title: "Jours d'ouverture", words: open.words(none: "L'activité n'est ouverte aucun de ces jours."))]
        lines += window.priorities.sorted { $0.opensAt < $1.opensAt }.map {
            .init(title: $0.kind.rawValue.capitalizedStart, words: "À partir du \($0.opensAt.french).")
        }
        lines.append(.init(title: "Tout le monde", words: "À partir du \(window.opensAt.french)."))
        if let closesAt = window.closesAt {
            lines.append(.init(title: "Fermeture", words: "Le \(closesAt.french), ou plus tôt si le délai de réservation est plus court."))
            if closesAt < now { lines.append(.init(title: "Attention", words: "Ce moment est passé\u{A0}: plus rien ne se réservera ces jours-là.")) }
        }
        lines.append(try booked(window.days))
        return lines
    }

    func windowRemoved(_ day: CivilDate) throws -> [ActivityImpact.Line] {
        guard let window = activity.terms.windows.first(where: { $0.days.lowerBound == day }) else { return [] }
        let after = activity.terms.horizon(on: day)
        return [
            .init(title: "Jours d'ouverture", words: window.days.filter(opening.isOpen).words(none: "Aucun.")),
            .init(
                title: "Ce qui change",
                words: "Ces jours se réservent \(DatedHorizon(firstDay: day, horizon: after).frenchHorizon), pour tout le monde."
            ),
            try booked(window.days),
        ]
    }

    // MARK: - Times of the children

    func times(_ times: UnitTimes) throws -> [ActivityImpact.Line] {
        let said = try ExpectedTimeStore(transaction).childCount(at: times.unit.id)
        let stay = "Les heures de \(said == 1 ? "1 enfant" : "\(said) enfants") restent\u{A0}: seules celles qui sont demandées se voient."
        return [
            .init(title: "Demandé jusqu'ici", words: times.unit.askedTimes.french.capitalizedStart + "."),
            .init(title: "Demandé ensuite", words: times.asked.french.capitalizedStart + "."),
            .init(title: "Déjà dit", words: said == 0 ? "Aucune famille n'a encore dit d'heure." : stay),
        ]
    }

    // MARK: - Places

    func crowded(_ setting: CapacitySetting) throws -> [ActivityImpact.CrowdedDay] {
        guard let group = activity.groups.first(where: { $0.id == setting.group }) else { return [] }
        let counts = try PlaceStore(transaction).counts(in: activity.id, from: setting.days.lowerBound, through: setting.days.upperBound)
        return setting.days.filter(opening.isOpen).compactMap { date in
            let taken = counts[Place(counter: setting.counter, group: setting.group, date: date)]?.taken ?? 0
            let limit = group.limit(PlaceCount(taken: taken, capacity: setting.capacity, staff: setting.staff))
            return taken > limit ? .init(date: date, taken: taken, limit: limit) : nil
        }
    }

    func places(_ setting: CapacitySetting, _ crowded: [ActivityImpact.CrowdedDay]) -> [ActivityImpact.Line] {
        guard let group = activity.groups.first(where: { $0.id == setting.group }) else { return [] }
        let limit = group.limit(PlaceCount(taken: 0, capacity: setting.capacity, staff: setting.staff))
        let usual = setting.capacity == nil && setting.staff == nil
        return [
            .init(title: "Groupe", words: group.name),
            .init(title: "Jours d'ouverture", words: setting.days.filter(opening.isOpen).words(none: "Aucun.")),
            .init(title: "Places", words: usual ? "\(limit), celles du groupe" : "\(limit), au lieu de \(group.limit(nil)) d'ordinaire"),
            .init(
                title: "Déjà réservé",
                words: crowded.isEmpty
                    ? "Partout moins que ces places."
                    : "\(crowded.count == 1 ? "Un jour a" : "\(crowded.count) jours ont") déjà plus d'enfants que de places\u{A0}: aucune réservation n'est annulée, et plus personne ne peut y réserver."
            ),
        ]
    }
}

extension [CivilDate] {
    /// "12 jours, du mercredi 6 janvier 2027 au mercredi 24 mars 2027."
    fileprivate func words(none: String) -> String {
        guard let first, let last else { return none }
        return count == 1 ? "Le \(first.french)." : "\(count) jours, du \(first.french) au \(last.french)."
    }
}

extension String {
    fileprivate var capitalizedStart: String { prefix(1).uppercased() + dropFirst() }
}
