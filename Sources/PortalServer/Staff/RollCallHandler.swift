import HTMLTemplates
import PortalCore

enum RollCallHandler {
    /// The list of a unit and a day: by default the first activity where the member works, its first unit, today.
    static func show(_ context: StaffContext, _ place: RollCallPlace, search: String?) async throws -> HTTPResponse {
        let activities = context.catalogue.activities.filter(context.member.scope.covers)
        let day = place.day ?? context.today
        guard let code = place.activity ?? firstOpen(activities, context)?.code else { throw PageFailure.notFound }
        let alerts = try await context.rollCalls.alerts(of: code, unit: place.unit, on: day, for: context.member)
        guard let list = try context.rollCalls.list(of: code, unit: place.unit, on: day, for: context.member, alerts: alerts) else {
            throw PageFailure.notFound
        }
        var found: RollCallPage.Model.Search?
        if let search {
            let children = try await FamilySearch(search).asyncMap { try await context.rollCalls.newcomers(named: $0, to: list) } ?? []
            found = RollCallPage.Model.Search(typed: search, found: children)
        }
        let model = RollCallPage.Model(
            list: list,
            activities: activities,
            search: found,
            key: RandomToken(bytes: 12, from: SystemRandom()).text,
            store: "\(context.links.slug):\(context.member.id.rawValue)",
            now: Int(context.rollCalls.moment)
        )
        return context.page(RollCallPage(frame: context.frame, model: model), capacity: 131_072)
    }

    /// The first of the activities that is open today.
    private static func firstOpen(_ activities: [Activity], _ context: StaffContext) -> Activity? {
        activities.first { OpeningDays(of: $0, in: context.catalogue.calendar).isOpen(on: context.today) } ?? activities.first
    }

    /// Records taps: those of the script, which reads the answer, or the one of a button, which leads back to the list.
    static func record(_ context: StaffContext, _ form: FormFields) async throws -> HTTPResponse {
        let service = context.rollCalls
        guard form[RollCallFields.activity] != nil, let day = form[RollCallFields.day].flatMap({ CivilDate(iso: $0) }) else {
            throw PageFailure.badRequest("Le pointage reçu est incomplet.")
        }
        let place = RollCallPlace(activity: form[RollCallFields.activity], unit: form[RollCallFields.unit], day: day)
        let entries = try form.all(RollCallFields.entry).map { text in
            guard let entry = RollCallEntry(text: text, receivedAt: service.moment) else { throw PageFailure.badRequest("Une saisie est illisible.") }
            return entry.timed(at: context.now)
        }
        let answers = try await service.record(entries, by: context.member)
        if context.request.headers["Accept"]?.contains("application/json") == true {
            return try RollCallAnswer(entries: entries, answers: answers, list: list(context, place)).response
        }
        if case .refused(let refusal)? = answers.first(where: { if case .refused = $0 { true } else { false } }) {
            throw PageFailure.forbidden(refusal.french)
        }
        let anchor = entries.first.map { "enfant-\($0.subject.card)" } ?? "pointage"
        return context.redirect(to: context.links.to(.rollCall(place, search: nil)).at(fragment: anchor))
    }

    private static func list(_ context: StaffContext, _ place: RollCallPlace) throws -> RollCall {
        guard let list = try context.rollCalls.list(of: place.activity ?? "", unit: place.unit, on: place.day ?? context.today, for: context.member)
        else { throw PageFailure.notFound }
        return list
    }
}

extension RollCallEntry {
    /// A button without script knows no time: on the day itself it is now.
    fileprivate func timed(at now: Instant) -> RollCallEntry {
        let paris = ParisTime.reading(now)
        guard paris.date == subject.date else { return self }
        return switch act {
        case .present(nil): RollCallEntry(key: key, subject, act: .present(since: paris.time), moment: moment)
        case .departure(nil): RollCallEntry(key: key, subject, act: .departure(paris.time), moment: moment)
        default: self
        }
    }
}

/// What the script reads: which taps are kept, which are refused and why, and where every child of the list stands.
private struct RollCallAnswer {
    let entries: [RollCallEntry]
    let answers: [RollCallService.Answer]
    let list: RollCall

    var response: HTTPResponse {
        let judged = zip(entries, answers)
        let refused = judged.compactMap { entry, answer -> JSONText? in
            guard case .refused(let refusal) = answer else { return nil }
            return .object([("cle", .text(entry.key.text)), ("enfant", .text(entry.subject.card)), ("pourquoi", .text(refusal.french))])
        }
        let children = list.children.map { child in
            JSONText.object([
                ("enfant", .text(list.subject(of: child).card)), ("etat", .text(state(child))), ("mots", .text(RollCallWords.state(child))),
                ("parti", .number(child.mark.leftAt == nil ? 0 : 1)),
            ])
        }
        let json = JSONText.object([
            ("recues", .list(judged.filter { !$0.1.isRefused }.map { .text($0.0.key.text) })), ("refusees", .list(refused)),
            ("enfants", .list(children)), ("close", .number(list.closedAt == nil && !list.isLocked ? 0 : 1)),
        ])
        return HTTPResponse(.ok, headers: ["Content-Type": "application/json; charset=utf-8"], body: Array(json.rendered.utf8))
    }

    /// The class of the child's card.
    private func state(_ child: RollCallChild) -> String {
        switch child.mark.presence {
        case .present: "here"
        case .absent: "away"
        case nil: child.isReportedAbsent ? "away" : ""
        }
    }
}

extension RollCallService.Answer {
    fileprivate var isRefused: Bool {
        if case .refused = self { true } else { false }
    }
}

extension Optional {
    fileprivate func asyncMap<Result>(_ transform: (Wrapped) async throws -> Result) async rethrows -> Result? {
        guard let self else { return nil }
        return try await transform(self)
    }
}

extension StaffContext {
    var rollCalls: RollCallService { RollCallService(site.portal, catalogue) }
}
