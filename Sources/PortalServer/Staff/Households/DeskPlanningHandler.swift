import HTMLTemplates
import PortalCore

/// The service desk changes a family's bookings.
enum DeskPlanningHandler {
    static func show(_ context: StaffContext, _ id: Identifier<Household>, _ month: Month?) throws -> HTTPResponse {
        guard let planning = try context.deskBookings.planning(month ?? Month(containing: context.today), of: id) else { throw PageFailure.notFound }
        let page = DeskPlanningPage(frame: context.frame, household: try household(context, id), planning: planning)
        return context.page(page, capacity: 65_536)
    }

    /// What the ticks would change, judged now.
    static func recap(_ context: StaffContext, _ form: FormFields, _ id: Identifier<Household>) throws -> HTTPResponse {
        let household = try household(context, id)
        do {
            guard form[BookingFields.snapshot] != nil || form[BookingFields.change] != nil else { throw BookingFailure.unreadable }
            let changes = try PlanningHandler.changes(form)
            return try page(context, household, changes, FormState(), key: RandomToken(bytes: 18, from: SystemRandom()).text)
        } catch BookingFailure.nothingAsked {
            return context.redirect(to: context.links.to(.planning(id, nil)), saying: .nothingToChange)
        } catch let failure as BookingFailure {
            throw PageFailure.badRequest(failure.french)
        }
    }

    /// Applies what the recap showed, judged again.
    static func confirm(_ context: StaffContext, _ form: FormFields, _ id: Identifier<Household>) async throws -> HTTPResponse {
        let (site, household) = (context.site, try household(context, id))
        let typed = Dictionary(uniqueKeysWithValues: DeskBookingField.allCases.map { ($0.rawValue, form[$0.rawValue] ?? "") })
        guard let key = IdempotencyKey(form[BookingFields.key] ?? "") else { throw PageFailure.badRequest(BookingFailure.unreadable.french) }
        do {
            let changes = try BookingForm.changes(confirmed: form.all(BookingFields.change))
            do {
                _ = try await context.deskBookings.confirm(
                    changes,
                    on: DeskTerms(overbooks: form[DeskBookingField.overbooks.rawValue] != nil),
                    because: form[DeskBookingField.reason.rawValue] ?? "",
                    key: key,
                    for: id,
                    by: context.member,
                    link: { site.absoluteAddress(of: ParentPage.request($0)) }
                )
                return context.redirect(to: context.links.to(.household(id)), saying: .saved)
            } catch let errors as FieldErrors {
                let wrong = FormState(values: typed, errors: errors.inOrder(of: DeskBookingField.self))
                return try page(context, household, changes, wrong, key: key.text)
            }
        } catch let failure as BookingFailure {
            throw PageFailure.badRequest(failure.french)
        }
    }

    private static func page(
        _ context: StaffContext,
        _ household: Household,
        _ changes: [BookingChange],
        _ form: FormState,
        key: String
    ) throws -> HTTPResponse {
        let desk = context.deskBookings
        guard let review = try desk.review(changes, on: DeskTerms(), for: household.id),
            let overbooked = try desk.review(changes, on: DeskTerms(overbooks: true), for: household.id)
        else { throw PageFailure.notFound }
        let model = DeskRecapPage.Model(
            household: household,
            review: review,
            isFull: overbooked.accepted.count > review.accepted.count,
            month: changes.map(\.slot.date).min().map { Month(containing: $0) },
            key: key,
            form: form
        )
        let status: HTTPStatus = form.errors.isEmpty ? .ok : .unprocessableContent
        return context.page(DeskRecapPage(frame: context.frame, model: model), status: status, capacity: 65_536)
    }

    private static func household(_ context: StaffContext, _ id: Identifier<Household>) throws -> Household {
        guard let family = try context.site.households.family(id) else { throw PageFailure.notFound }
        return family.household
    }
}

extension StaffContext {
    fileprivate var deskBookings: DeskBookingService { DeskBookingService(site.portal, catalogue, waitingPage: site.waitingPage) }
}
