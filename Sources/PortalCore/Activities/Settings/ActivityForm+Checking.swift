extension ActivityForm {
    /// The most days that one form opens.
    private static let mostDays = 60

    /// - Throws: `FieldErrors`, each next to its field.
    package func checked(for activity: Activity, in calendar: SchoolCalendar, today: CivilDate) throws(FieldErrors) -> ActivityChange {
        var errors = FieldErrors()
        let change: ActivityChange? =
            switch kind {
            case .extraDays: extraDays(activity, calendar, today, &errors)
            case .extraDayRemoval: removal(&errors).map(ActivityChange.extraDayRemoval)
            case .horizon: horizon(activity, today, &errors)
            case .horizonRemoval: removal(&errors).map(ActivityChange.horizonRemoval)
            case .window: window(activity, today, &errors)
            case .windowRemoval: removal(&errors).map(ActivityChange.windowRemoval)
            case .places: places(activity, today, &errors)
            case .times: times(activity, &errors)
            case nil: errors.require(nil, Field.kind, "Choisissez ce qui change.")
            }
        guard let change, errors.isEmpty else { throw errors.inOrder(of: Field.self) }
        return change
    }

    private func removal(_ errors: inout FieldErrors) -> CivilDate? {
        errors.require(CivilDate(iso: self[.day]), Field.day, "Le jour de ce qui est à retirer manque.")
    }

    // MARK: - Days

    private func extraDays(_ activity: Activity, _ calendar: SchoolCalendar, _ today: CivilDate, _ errors: inout FieldErrors) -> ActivityChange? {
        guard let span = span(.daysFirst, .daysLast, today: today, &errors) else { return nil }
        let chosen = Set(weekdays.compactMap { Weekday(frenchName: $0) })
        let opening = OpeningDays(of: activity, in: calendar)
        let days = span.filter { (chosen.isEmpty || chosen.contains($0.weekday)) && !opening.isOpen(on: $0) }
        if span.count == 1, let day = span.first, opening.isOpen(on: day) {
            errors.add(Field.daysFirst, "L'activité est déjà ouverte le \(day.french).")
        } else if days.isEmpty {
            errors.add(Field.weekday, "Aucun de ces jours n'est à ajouter\u{A0}: l'activité y est déjà ouverte.")
        } else if days.count > Self.mostDays {
            errors.add(Field.daysLast, "\(Self.mostDays) jours au plus à la fois\u{A0}: il y en aurait \(days.count).")
        }
        if let closed = days.lazy.compactMap({ day in calendar.declaredClosure(of: activity.code, on: day).map { (day, $0.reason) } }).first {
            errors.add(Field.daysFirst, "Le \(closed.0.french) a été fermé (\(closed.1))\u{A0}: annulez d'abord cette fermeture.")
        }
        return errors.isEmpty ? .extraDays(Array(days)) : nil
    }

    // MARK: - Horizon

    private func horizon(_ activity: Activity, _ today: CivilDate, _ errors: inout FieldErrors) -> ActivityChange? {
        let first = errors.require(CivilDate(iso: self[.horizonFirst]), Field.horizonFirst, "Donnez le premier jour réservé que cela concerne.")
        if let first, first < today { errors.add(Field.horizonFirst, "Ce jour est passé\u{A0}: choisissez au plus tôt le \(today.french).") }
        guard !self[.horizonCount].isEmpty else { return first.map { .horizon(DatedHorizon(firstDay: $0, horizon: nil)) } }
        let factor = self[.horizonSpan] == Word.weeks ? 7 : 1
        let count = Int(self[.horizonCount]).flatMap { (1...400 / factor).contains($0) ? $0 : nil }
        if count == nil { errors.add(Field.horizonCount, "Donnez un nombre entre 1 et \(400 / factor), ou rien.") }
        let time = self[.horizonTime].isEmpty ? CivilTime.midnight : CivilTime(clock: self[.horizonTime])
        if time == nil || time == .endOfDay { errors.add(Field.horizonTime, "Cette heure n'existe pas. Exemple\u{A0}: 08:00.") }
        let countsFromSession = self[.horizonOrigin] == Word.fromSession
        if countsFromSession, activity.opening.sessions == .none {
            errors.add(Field.horizonOrigin, "Cette activité n'a pas de sessions\u{A0}: comptez depuis le jour réservé.")
        }
        guard let first, let count, let time, errors.isEmpty else { return nil }
        return .horizon(
            DatedHorizon(firstDay: first, horizon: BookingHorizon(days: count * factor, countsFromSession: countsFromSession, time: time))
        )
    }

    // MARK: - Windows

    private func window(_ activity: Activity, _ today: CivilDate, _ errors: inout FieldErrors) -> ActivityChange? {
        let days = span(.windowFirst, .windowLast, today: nil, &errors)
        if let days, days.upperBound < today { errors.add(Field.windowLast, "Ces jours sont passés.") }
        if let days, let other = activity.terms.windowsCrossing(days).first {
            errors.add(
                Field.windowFirst,
                "Ces jours sont déjà ceux de la fenêtre \(other.days.frenchSpan)\u{A0}: un jour n'est que dans une fenêtre."
            )
        }
        let opensAt = errors.require(moment(.opensAt), Field.opensAt, "Donnez le jour et l'heure où tout le monde peut réserver.")
        let closesAt = optionalMoment(.closesAt, &errors)
        if let opensAt, let closesAt, closesAt <= opensAt { errors.add(Field.closesAt, "La fermeture vient avant l'ouverture.") }
        let asked = PriorityKind.asked.compactMap { kind in
            kind.field.flatMap { optionalMoment($0, &errors) }.map { PriorityOpening(kind: kind, opensAt: $0) }
        }
        let priorities = asked + carriedPriorities
        if let opensAt {
            for priority in priorities where priority.opensAt >= opensAt {
                errors.add(priority.kind.field ?? .opensAt, "Une priorité ouvre avant tout le monde.")
            }
        }
        let names = self[.schoolNames].split(whereSeparator: \.isNewline).map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        let schools = names.filter { !$0.isEmpty }
        if priorities.contains(where: { $0.kind == .schools }) == schools.isEmpty {
            errors.add(Field.schoolNames, "La priorité des écoles et leurs noms vont ensemble\u{A0}: donnez les deux, ou aucun.")
        }
        guard let days, let opensAt, errors.isEmpty else { return nil }
        return .window(BookingWindow(days: days, opensAt: opensAt, closesAt: closesAt, priorities: priorities, schools: schools))
    }

    /// The priorities of the town's own marks, as they were.
    private var carriedPriorities: [PriorityOpening] {
        self[.markedFirst].split(whereSeparator: \.isNewline).compactMap { line in
            let parts = line.split(separator: "@").map(String.init)
            guard parts.count == 2, let opensAt = Instant(rfc3339: parts[1]) else { return nil }
            return PriorityOpening(kind: PriorityKind(rawValue: parts[0]), opensAt: opensAt)
        }
    }

    private func optionalMoment(_ field: Field, _ errors: inout FieldErrors) -> Instant? {
        guard !self[field].isEmpty else { return nil }
        return errors.require(moment(field), field, "Ce moment n'existe pas. Exemple\u{A0}: 2027-01-04 08:00.")
    }

    /// "2026-12-07T08:00", or with a space as people type it.
    private func moment(_ field: Field) -> Instant? {
        let parts = self[field].split { $0 == "T" || $0 == " " }
        guard parts.count == 2, let date = CivilDate(iso: parts[0]), let time = CivilTime(clock: parts[1]), time.hour < 24 else { return nil }
        let moment = ParisTime.instant(date, at: time)
        // An hour that the change to summer time skips is shown by no clock.
        return ParisTime.reading(moment).time == time ? moment : nil
    }

    // MARK: - Places

    private func places(_ activity: Activity, _ today: CivilDate, _ errors: inout FieldErrors) -> ActivityChange? {
        let group = activity.groups.first { String($0.id.rawValue) == self[.group] }
        if group == nil { errors.add(Field.group, "Choisissez un groupe.") }
        let counter = activity.counters.first { String($0.id.rawValue) == self[.counter] }
        if counter == nil { errors.add(Field.counter, "Choisissez ce qui est compté.") }
        let days = span(.placesFirst, .placesLast, today: today, &errors)
        if let days, days.count > CapacitySetting.mostDays { errors.add(Field.placesLast, CapacityRefusal.tooManyDays.french) }
        func number(_ field: Field) -> Int? {
            guard !self[field].isEmpty else { return nil }
            let number = Int(self[field]).flatMap { (0...5000).contains($0) ? $0 : nil }
            return errors.require(number, field, "Donnez un nombre entre 0 et 5000, ou rien.")
        }
        let (capacity, staff) = (number(.capacity), number(.staff))
        guard let group, let counter, let days, errors.isEmpty else { return nil }
        let isAllowed = !self[.allowed].isEmpty
        return .places(
            CapacitySetting(counter: counter.id, group: group.id, days: days, capacity: capacity, staff: staff, isBelowTakenAllowed: isAllowed)
        )
    }

    // MARK: - Times of the children

    private func times(_ activity: Activity, _ errors: inout FieldErrors) -> ActivityChange? {
        let unit = activity.units.first { $0.code == self[.timesUnit] }
        if unit == nil { errors.add(Field.timesUnit, "Choisissez ce que cela concerne.") }
        func step(_ field: Field) -> TimeStep? {
            guard !self[field].isEmpty else { return nil }
            guard let step = errors.require(Int(self[field]).flatMap { TimeStep(rawValue: $0) }, field, "Choisissez dans la liste.") else {
                return nil
            }
            if let unit, step.minutes > unit.endsAt.minutes - unit.startsAt.minutes {
                errors.add(field, "\(unit.name) dure moins de \(step.minutes) minutes.")
            }
            return step
        }
        let asked = AskedTimes(arrival: step(.arrivalStep), departure: step(.departureStep))
        guard let unit, errors.isEmpty else { return nil }
        return .times(UnitTimes(unit: unit, asked: asked))
    }

    // MARK: - Spans

    /// - Parameter today: nothing before it; nil where days may have begun.
    private func span(_ first: Field, _ last: Field, today: CivilDate?, _ errors: inout FieldErrors) -> ClosedRange<CivilDate>? {
        let from = errors.require(CivilDate(iso: self[first]), first, "Donnez le premier jour.")
        let to = self[last].isEmpty ? from : errors.require(CivilDate(iso: self[last]), last, "Ce jour n'existe pas. Exemple\u{A0}: 2027-07-02.")
        guard let from, let to else { return nil }
        if let today, from < today { errors.add(first, "Ce jour est passé\u{A0}: choisissez au plus tôt le \(today.french).") }
        guard from <= to else {
            errors.add(last, "Le dernier jour vient avant le premier.")
            return nil
        }
        if to.days(since: from) > 730 { errors.add(last, "Deux ans au plus.") }
        return from...to
    }
}

extension BookingTerms {
    /// The windows that a window would cross; the one that begins on the same day is replaced by it.
    func windowsCrossing(_ days: ClosedRange<CivilDate>) -> [BookingWindow] {
        windows.filter { $0.days.lowerBound != days.lowerBound && $0.days.overlaps(days) }
    }
}
