import HTMLTemplates
import PortalCore

/// Where a child takes its bus and leaves it: a parent chooses, or the staff for a family.
enum ChildStopsHandler {
    static func show(_ context: ParentContext, _ id: Identifier<Child>, _ activity: String, _ form: FormState? = nil) throws -> HTTPResponse {
        guard let child = context.access.child(id), let line = try context.childStops.line(of: id, at: activity), line.buses.chooser == .family else {
            throw PageFailure.notFound
        }
        try context.access.requireAuthority(over: id)
        return context.stops(FamilyFrame(context.frame), child, line, earliest: context.today.adding(days: 1), form)
    }

    static func set(_ context: ParentContext, _ form: FormFields, _ id: Identifier<Child>, _ activity: String) async throws -> HTTPResponse {
        do {
            try await context.childStops.set(ChildStopForm { form[$0] ?? "" }, of: id, at: activity, by: context.access.account)
            return context.redirect(to: context.links.to(.child(id)), saying: .saved)
        } catch let errors as FieldErrors {
            return try show(context, id, activity, FormState(form, errors))
        }
    }

    static func show(
        _ context: StaffContext,
        _ household: Identifier<Household>,
        _ id: Identifier<Child>,
        _ activity: String,
        _ form: FormState? = nil
    ) throws -> HTTPResponse {
        guard let family = try context.householdDesk.file(of: household)?.family, let child = family.children.first(where: { $0.id == id }),
            let line = try context.childStops.line(of: id, at: activity)
        else { throw PageFailure.notFound }
        return context.stops(FamilyFrame(context.frame, for: family.household), child, line, earliest: context.today, form)
    }

    static func set(
        _ context: StaffContext,
        _ form: FormFields,
        _ household: Identifier<Household>,
        _ id: Identifier<Child>,
        _ activity: String
    ) async throws -> HTTPResponse {
        do {
            try await context.childStops.set(
                ChildStopForm { form[$0] ?? "" },
                of: id,
                in: household,
                at: activity,
                by: context.member.id,
                link: context.site.absoluteAddress(of: ParentPage.child(id))
            )
            return context.redirect(to: context.links.to(.household(household)), saying: .saved)
        } catch let errors as FieldErrors {
            return try show(context, household, id, activity, FormState(form, errors))
        }
    }
}

extension PageContext {
    var childStops: ChildStopService { ChildStopService(site.portal, catalogue) }

    fileprivate func stops(_ family: FamilyFrame, _ child: Child, _ line: ChildBusLine, earliest: CivilDate, _ form: FormState?) -> HTTPResponse {
        let form = form ?? FormState(line, earliest: earliest)
        let answer = ChildStopsPage(family: family, child: child, line: line, earliest: earliest, form: form)
        return page(answer, status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }
}
