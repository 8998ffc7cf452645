import HTMLTemplates
import PortalCore

/// When a child comes and is fetched: a parent says it, or the staff for a family.
struct ExpectedTimesHandler {
    private let context: any PageContext
    private let family: FamilyFrame
    private let speaker: ExpectedTimeSpeaker

    init(_ context: ParentContext) {
        self.context = context
        family = FamilyFrame(context.frame)
        speaker = .parent(context.access.account)
    }

    init(_ context: StaffContext, _ household: Identifier<Household>) throws {
        self.context = context
        family = FamilyFrame(context.frame, for: try context.household(household))
        speaker = .staff(context.member.id, household)
    }

    func show(_ child: Identifier<Child>, _ activity: String, _ form: FormState? = nil) throws -> HTTPResponse {
        guard let habits = try context.expectedTimes.habits(of: child, at: activity, for: speaker) else { throw PageFailure.notFound }
        let days = try context.expectedTimes.comingDays(of: child, at: habits.activity, for: speaker)
        let page = ExpectedTimesPage(family: family, habits: habits, days: days, form: form ?? FormState(habits))
        return context.page(page, status: form == nil ? .ok : .unprocessableContent)
    }

    func set(_ form: FormFields, _ child: Identifier<Child>, _ activity: String) async throws -> HTTPResponse {
        do {
            try await context.expectedTimes.set(ExpectedTimeForm { form[$0] ?? "" }, of: child, at: activity, by: speaker)
            return context.redirect(to: family.times(child, activity: activity), saying: .saved)
        } catch let errors as FieldErrors {
            return try show(child, activity, FormState(form, errors))
        }
    }

    func showDay(_ slot: BookingSlot, _ form: FormState? = nil) throws -> HTTPResponse {
        guard let day = try context.expectedTimes.day(slot, for: speaker) else { throw PageFailure.notFound }
        let page = DayTimesPage(family: family, day: day, form: form ?? FormState(day))
        return context.page(page, status: form == nil ? .ok : .unprocessableContent)
    }

    func setDay(_ form: FormFields, _ slot: BookingSlot) async throws -> HTTPResponse {
        do {
            try await context.expectedTimes.set(ExpectedTimeForm { form[$0] ?? "" }, on: slot, by: speaker)
            guard let day = try context.expectedTimes.day(slot, for: speaker) else { throw PageFailure.notFound }
            return context.redirect(to: family.times(slot.child, activity: day.activity.code), saying: .saved)
        } catch let errors as FieldErrors {
            return try showDay(slot, FormState(form, errors))
        } catch is ExpectedTimeRefusal {
            // The page says why by itself.
            return try showDay(slot, FormState(form, FieldErrors()))
        }
    }
}

extension PageContext {
    var expectedTimes: ExpectedTimeService { ExpectedTimeService(site.portal, catalogue) }
}
