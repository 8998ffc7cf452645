import HTMLTemplates
import PortalCore

enum WaitingLinesHandler {
    static func list(_ context: StaffContext) throws -> HTTPResponse {
        context.page(WaitingDaysPage(frame: context.frame, days: try context.waitingLists.days()))
    }

    static func show(
        _ context: StaffContext,
        _ code: String,
        _ date: CivilDate,
        form: FormState = FormState(),
        refusal: String? = nil
    ) throws -> HTTPResponse {
        guard let day = try context.waitingLists.day(code, on: date) else { throw PageFailure.notFound }
        let page = WaitingDayPage(frame: context.frame, day: day, form: form, refusal: refusal)
        return context.page(page, status: form.errors.isEmpty && refusal == nil ? .ok : .unprocessableContent)
    }

    /// Moves a family in its line, offers it a free place, or takes it out.
    static func change(_ context: StaffContext, _ form: FormFields, _ code: String, _ date: CivilDate) async throws -> HTTPResponse {
        guard context.catalogue.activity(code: code) != nil else { throw PageFailure.notFound }
        guard let slot = form[WaitingDayPage.place].flatMap({ BookingSlot(text: $0) }), let act = form[WaitingDayPage.act] else {
            throw PageFailure.badRequest("Choisissez une famille et ce qu'il faut faire.")
        }
        let reason = form[WaitingListField.reason.name(slot)] ?? ""
        let rank = form[WaitingListField.rank.name(slot)] ?? ""
        do {
            let desk = context.waitingLists
            switch act {
            case WaitingDayPage.move: try await desk.move(slot, to: Int(rank) ?? 0, reason: reason, by: context.member)
            case WaitingDayPage.restore: try await desk.restoreOrder(around: slot, reason: reason, by: context.member)
            case WaitingDayPage.offer: try await desk.offer(slot, reason: reason, by: context.member)
            case WaitingDayPage.remove: try await desk.remove(slot, reason: reason, by: context.member)
            default: throw PageFailure.badRequest("Choisissez ce qu'il faut faire.")
            }
            return context.redirect(to: context.links.to(.line(activity: code, day: date)), saying: .saved)
        } catch let errors as FieldErrors {
            return try show(context, code, date, form: FormState(slot, reason, rank, .reason, errors.entries.first?.message ?? ""))
        } catch let refusal as WaitingListRefusal {
            guard case .noSuchRank = refusal else { return try show(context, code, date, refusal: refusal.french) }
            return try show(context, code, date, form: FormState(slot, reason, rank, .rank, refusal.french))
        }
    }
}

extension FormState {
    /// What was typed for one family, with what is wrong with it.
    fileprivate init(_ slot: BookingSlot, _ reason: String, _ rank: String, _ wrong: WaitingListField, _ message: String) {
        let values = [WaitingListField.reason.name(slot): reason, WaitingListField.rank.name(slot): rank]
        self.init(values: values, errors: [FieldError(wrong.name(slot), message)])
    }
}

extension StaffContext {
    var waitingLists: WaitingListDesk { WaitingListDesk(site.portal, catalogue, page: site.waitingPage) }
}
