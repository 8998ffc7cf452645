import HTMLTemplates
import PortalCore

enum CorrectionHandler {
    static func show(_ context: StaffContext, _ subject: RollCallSubject) throws -> HTTPResponse {
        let (_, child) = try found(context, subject)
        return try page(context, subject, FormState(values: values(child)))
    }

    /// Sets a child's mark with its times.
    static func correct(_ context: StaffContext, _ form: FormFields, _ subject: RollCallSubject) async throws -> HTTPResponse {
        let (list, child) = try found(context, subject)
        let (mark, errors) = read(form)
        let hours = hours(form, child)
        guard let mark, let key = IdempotencyKey(form[CorrectionField.key.rawValue] ?? "") else {
            return try page(context, subject, FormState(values: form.corrections, errors: errors))
        }
        if mark.presence == .absent, hours?.absence == .excused, hours?.reason.isEmpty == true {
            let missing = FieldError(CorrectionField.absenceReason.rawValue, "Dites pourquoi ces heures sont déduites.")
            return try page(context, subject, FormState(values: form.corrections, errors: [missing]))
        }
        let entry = RollCallEntry(key: key, subject, act: .correction(mark), moment: context.rollCalls.moment)
        let words = (form[CorrectionField.reason.rawValue] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let reason = list.closedAt == nil ? nil : String(words.prefix(300))
        let answer = try await context.rollCalls.record([entry], by: context.member, reason: reason, hours: hours)
        guard case .refused(let refusal)? = answer.first else {
            let place = RollCallPlace(activity: list.activity.code, unit: list.unit.code, day: list.date)
            return context.redirect(to: context.links.to(.rollCall(place, search: nil)), saying: .saved)
        }
        let field: CorrectionField? =
            switch refusal {
            case .reasonMissing: .reason
            case .timesCrossed: .leftAt
            case .timeMissing: .arrivedAt
            case .unknown, .future, .closed, .locked, .notExpected, .uncalled: nil
            }
        guard let field else { throw PageFailure.forbidden(refusal.french) }
        return try page(context, subject, FormState(values: form.corrections, errors: [FieldError(field.rawValue, refusal.french)]))
    }

    /// The list that the child is on, and the child there.
    private static func found(_ context: StaffContext, _ subject: RollCallSubject) throws -> (RollCall, RollCallChild) {
        guard let (list, child) = try context.rollCalls.list(about: subject, for: context.member) else { throw PageFailure.notFound }
        return (list, child)
    }

    private static func page(_ context: StaffContext, _ subject: RollCallSubject, _ form: FormState) throws -> HTTPResponse {
        let (list, child) = try found(context, subject)
        let key = RandomToken(bytes: 18, from: SystemRandom()).text
        let page = CorrectionPage(frame: context.frame, list: list, child: child, key: key, form: form)
        return context.page(page, status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }

    private static func values(_ child: RollCallChild) -> [String: String] {
        [
            CorrectionField.presence.rawValue: String(child.mark.presence?.rawValue ?? 0),
            CorrectionField.arrivedAt.rawValue: child.mark.arrivedAt?.clock ?? "",
            CorrectionField.leftAt.rawValue: child.mark.leftAt?.clock ?? "",
            CorrectionField.hours.rawValue: String((child.care?.told == .excused ? StayAbsence.excused : .charged).rawValue),
            CorrectionField.absenceReason.rawValue: child.care?.reason ?? "",
        ]
    }

    /// What was said of a contract's hours; nil for a child who is booked.
    private static func hours(_ form: FormFields, _ child: RollCallChild) -> AbsenceHours? {
        guard child.care != nil else { return nil }
        let words = (form[CorrectionField.absenceReason.rawValue] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let isExcused = form[CorrectionField.hours.rawValue] == String(StayAbsence.excused.rawValue)
        return AbsenceHours(isExcused ? .excused : .charged, reason: String(words.prefix(80)))
    }

    /// The mark that was typed, or what is wrong with it.
    private static func read(_ form: FormFields) -> (AttendanceMark?, [FieldError]) {
        var errors: [FieldError] = []
        func time(_ field: CorrectionField) -> CivilTime? {
            let typed = form[field.rawValue] ?? ""
            let time = CivilTime(clock: typed)
            if !typed.isEmpty, time == nil { errors.append(FieldError(field.rawValue, "Écrivez l'heure ainsi\u{A0}: 07:45.")) }
            return time
        }
        let (arrivedAt, leftAt) = (time(.arrivedAt), time(.leftAt))
        guard let number = Int(form[CorrectionField.presence.rawValue] ?? ""), (0...2).contains(number) else {
            errors.insert(FieldError(CorrectionField.presence.rawValue, "Dites si l'enfant était présent ou absent."), at: 0)
            return (nil, errors)
        }
        let presence = Presence(rawValue: number)
        let isThere = presence == .present
        let mark = AttendanceMark(presence, arrivedAt: isThere ? arrivedAt : nil, leftAt: isThere ? leftAt : nil)
        return (errors.isEmpty ? mark : nil, errors)
    }
}

extension FormFields {
    /// What was typed, to fill the form with when it comes back.
    fileprivate var corrections: [String: String] {
        Dictionary(
            [CorrectionField.presence, .arrivedAt, .leftAt, .reason, .hours, .absenceReason].map { ($0.rawValue, self[$0.rawValue] ?? "") },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
