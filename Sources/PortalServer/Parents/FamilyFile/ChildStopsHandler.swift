import HTMLTemplates
import PortalCore

enum ChildStopsHandler {
    static func show(
        _ context: ParentContext,
        _ id: Identifier<Child>,
        _ activity: String,
        _ form: FormState? = nil
    ) throws -> HTTPResponse {
        guard let child = context.access.child(id), let line = try context.childStops.line(of: id, at: activity), line.buses.chooser == .family else {
            throw PageFailure.notFound
        }
        try context.access.requireAuthority(over: id)
        let earliest = context.today.adding(days: 1)
        let page = ChildStopsPage(
            frame: context.frame,
            child: child,
            line: line,
            earliest: earliest,
            form: form ?? FormState(line, earliest: earliest)
        )
        return context.page(page, status: form == nil ? .ok : .unprocessableContent)
    }

    static func set(_ context: ParentContext, _ form: FormFields, _ id: Identifier<Child>, _ activity: String) async throws -> HTTPResponse {
        do {
            try await context.childStops.set(ChildStopForm { form[$0] ?? "" }, of: id, at: activity, by: context.access.account)
            return context.redirect(to: context.links.to(.child(id)), saying: .saved)
        } catch let errors as FieldErrors {
            return try show(context, id, activity, FormState(form, errors))
        }
    }
}

/// The same for the staff, for every family.
enum StaffChildStopsHandler {
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
        let page = StaffChildStopsPage(
            frame: context.frame,
            household: family.household,
            child: child,
            line: line,
            earliest: context.today,
            form: form ?? FormState(line, earliest: context.today)
        )
        return context.page(page, status: form == nil ? .ok : .unprocessableContent)
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
}
