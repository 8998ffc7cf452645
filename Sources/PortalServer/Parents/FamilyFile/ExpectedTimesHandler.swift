import HTMLTemplates
import PortalCore

/// A parent says when a child comes and is fetched.
enum ExpectedTimesHandler {
    static func show(_ context: ParentContext, _ child: Identifier<Child>, _ activity: String, _ form: FormState? = nil) throws -> HTTPResponse {
        guard let habits = try context.expectedTimes.habits(of: child, at: activity, for: context.speaker) else { throw PageFailure.notFound }
        let days = try context.expectedTimes.comingDays(of: child, at: habits.activity, for: context.speaker)
        let page = ExpectedTimesPage(frame: context.frame, habits: habits, days: days, form: form ?? FormState(habits))
        return context.page(page, status: form == nil ? .ok : .unprocessableContent)
    }

    static func set(_ context: ParentContext, _ form: FormFields, _ child: Identifier<Child>, _ activity: String) async throws -> HTTPResponse {
        do {
            try await context.expectedTimes.set(ExpectedTimeForm { form[$0] ?? "" }, of: child, at: activity, by: context.speaker)
            return context.redirect(to: context.links.to(FamilyFilePage.times(child, activity: activity)), saying: .saved)
        } catch let errors as FieldErrors {
            return try show(context, child, activity, FormState(form, errors))
        }
    }

    static func showDay(_ context: ParentContext, _ slot: BookingSlot, _ form: FormState? = nil) throws -> HTTPResponse {
        guard let day = try context.expectedTimes.day(slot, for: context.speaker) else { throw PageFailure.notFound }
        let page = DayTimesPage(frame: context.frame, day: day, form: form ?? FormState(day))
        return context.page(page, status: form == nil ? .ok : .unprocessableContent)
    }

    static func setDay(_ context: ParentContext, _ form: FormFields, _ slot: BookingSlot) async throws -> HTTPResponse {
        do {
            try await context.expectedTimes.set(ExpectedTimeForm { form[$0] ?? "" }, on: slot, by: context.speaker)
            guard let day = try context.expectedTimes.day(slot, for: context.speaker) else { throw PageFailure.notFound }
            return context.redirect(to: context.links.to(FamilyFilePage.times(slot.child, activity: day.activity.code)), saying: .saved)
        } catch let errors as FieldErrors {
            return try showDay(context, slot, FormState(form, errors))
        } catch is ExpectedTimeRefusal {
            // The page says why by itself.
            return try showDay(context, slot, FormState(form, FieldErrors()))
        }
    }
}

/// The same for the staff, for every family.
enum StaffExpectedTimesHandler {
    static func show(
        _ context: StaffContext,
        _ household: Identifier<Household>,
        _ child: Identifier<Child>,
        _ activity: String,
        _ form: FormState? = nil
    ) throws -> HTTPResponse {
        let speaker = context.speaker(for: household)
        guard let home = try context.householdDesk.file(of: household)?.family.household,
            let habits = try context.expectedTimes.habits(of: child, at: activity, for: speaker)
        else { throw PageFailure.notFound }
        let days = try context.expectedTimes.comingDays(of: child, at: habits.activity, for: speaker)
        let page = StaffExpectedTimesPage(frame: context.frame, household: home, habits: habits, days: days, form: form ?? FormState(habits))
        return context.page(page, status: form == nil ? .ok : .unprocessableContent)
    }

    static func set(
        _ context: StaffContext,
        _ form: FormFields,
        _ household: Identifier<Household>,
        _ child: Identifier<Child>,
        _ activity: String
    ) async throws -> HTTPResponse {
        do {
            let speaker = context.speaker(for: household)
            try await context.expectedTimes.set(ExpectedTimeForm { form[$0] ?? "" }, of: child, at: activity, by: speaker)
            return context.redirect(to: context.links.to(HouseholdDeskPage.times(household, child, activity: activity)), saying: .saved)
        } catch let errors as FieldErrors {
            return try show(context, household, child, activity, FormState(form, errors))
        }
    }

    static func showDay(
        _ context: StaffContext,
        _ household: Identifier<Household>,
        _ slot: BookingSlot,
        _ form: FormState? = nil
    ) throws -> HTTPResponse {
        guard let home = try context.householdDesk.file(of: household)?.family.household,
            let day = try context.expectedTimes.day(slot, for: context.speaker(for: household))
        else { throw PageFailure.notFound }
        let page = StaffDayTimesPage(frame: context.frame, household: home, day: day, form: form ?? FormState(day))
        return context.page(page, status: form == nil ? .ok : .unprocessableContent)
    }

    static func setDay(
        _ context: StaffContext,
        _ form: FormFields,
        _ household: Identifier<Household>,
        _ slot: BookingSlot
    ) async throws -> HTTPResponse {
        let speaker = context.speaker(for: household)
        do {
            try await context.expectedTimes.set(ExpectedTimeForm { form[$0] ?? "" }, on: slot, by: speaker)
            guard let day = try context.expectedTimes.day(slot, for: speaker) else { throw PageFailure.notFound }
            let back = HouseholdDeskPage.times(household, slot.child, activity: day.activity.code)
            return context.redirect(to: context.links.to(back), saying: .saved)
        } catch let errors as FieldErrors {
            return try showDay(context, household, slot, FormState(form, errors))
        } catch is ExpectedTimeRefusal {
            // The page says why by itself.
            return try showDay(context, household, slot, FormState(form, FieldErrors()))
        }
    }
}

extension PageContext {
    var expectedTimes: ExpectedTimeService { ExpectedTimeService(site.portal, catalogue) }
}

extension ParentContext {
    fileprivate var speaker: ExpectedTimeSpeaker { .parent(access.account) }
}

extension StaffContext {
    fileprivate func speaker(for household: Identifier<Household>) -> ExpectedTimeSpeaker { .staff(member.id, household) }
}
