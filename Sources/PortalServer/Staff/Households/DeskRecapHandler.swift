import HTMLTemplates
import PortalCore

/// What the service desk is about to change for a family, and why.
enum DeskRecapHandler {
    /// What the ticks or the pattern would change, judged now.
    static func show(_ context: StaffContext, _ form: FormFields, _ id: Identifier<Household>) throws -> HTTPResponse {
        let household = try context.household(id)
        if PatternForm.isPart(of: form) { return try DeskPatternHandler.recap(context, form, household) }
        let month = form[BookingFields.snapshot].flatMap(PlanningSnapshot.init(text:))?.month
        do {
            guard form[BookingFields.snapshot] != nil || form[BookingFields.change] != nil else { throw BookingFailure.unreadable }
            let changes = try PlanningHandler.changes(form)
            return try page(context, household, origin: .planning(month)) { try context.deskBookings.review(changes, on: $0, for: id) }
        } catch BookingFailure.nothingAsked {
            return context.redirect(to: context.links.to(.planning(id, month)), saying: .nothingToChange)
        } catch let failure as BookingFailure {
            throw PageFailure.badRequest(failure.french)
        }
    }

    /// Applies what the recap showed, judged again.
    static func confirm(_ context: StaffContext, _ form: FormFields, _ id: Identifier<Household>) async throws -> HTTPResponse {
        let (site, household) = (context.site, try context.household(id))
        guard let key = IdempotencyKey(form[BookingFields.key] ?? "") else { throw PageFailure.badRequest(BookingFailure.unreadable.french) }
        do {
            guard let changes = try RecapHandler.confirmed(form) else {
                return context.redirect(to: context.links.to(.planning(id, nil)), saying: .nothingToChange)
            }
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
                let typed = Dictionary(uniqueKeysWithValues: DeskBookingField.allCases.map { ($0.rawValue, form[$0.rawValue] ?? "") })
                let state = FormState(values: typed, errors: errors.inOrder(of: DeskBookingField.self))
                return try page(context, household, origin: origin(form, changes), state, key: key.text) {
                    try context.deskBookings.review(changes, on: $0, for: id)
                }
            }
        } catch let failure as BookingFailure {
            throw PageFailure.badRequest(failure.french)
        }
    }

    /// - Parameter review: what would be changed on the given terms.
    static func page(
        _ context: StaffContext,
        _ household: Household,
        origin: RecapPage.Origin,
        _ form: FormState = FormState(),
        key: String = RecapHandler.newKey(),
        review: (DeskTerms) throws -> BookingReview?
    ) throws -> HTTPResponse {
        guard let plain = try review(DeskTerms()), let overbooked = try review(DeskTerms(overbooks: true)) else { throw PageFailure.notFound }
        let overbookable = Set(overbooked.accepted.map(\.change)).subtracting(plain.accepted.map(\.change))
        let model = RecapPage.Model(
            booking: FamilyFrame(context.frame, for: household),
            review: plain,
            origin: origin,
            key: key,
            terms: DeskTermsForm(overbookable: overbookable, form: form)
        )
        return context.page(RecapPage(model), status: form.errors.isEmpty ? .ok : .unprocessableContent, capacity: 65_536)
    }

    private static func origin(_ form: FormFields, _ changes: [BookingChange]) -> RecapPage.Origin {
        PatternForm.isPart(of: form)
            ? .pattern(PatternForm(form)) : .planning(changes.map(\.slot.date).min().map { Month(containing: $0) })
    }
}
