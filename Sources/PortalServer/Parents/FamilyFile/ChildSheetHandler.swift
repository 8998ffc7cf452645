import HTMLTemplates
import PortalCore

enum ChildSheetHandler {
    static func show(_ context: ParentContext, _ id: Identifier<Child>) throws -> HTTPResponse {
        let sheet = try context.childSheets.sheet(of: id, for: context.access)
        return try page(context, id, FormState(values: sheet.formValues))
    }

    static func save(_ context: ParentContext, _ form: FormFields, _ id: Identifier<Child>) async throws -> HTTPResponse {
        _ = try context.childSheets.sheet(of: id, for: context.access)
        do {
            try await context.childSheets.save(ChildSheetForm { form[$0] ?? "" }, of: id, by: context.access.account)
            return context.redirect(to: context.links.to(.child(id)), saying: .saved)
        } catch let errors as FieldErrors {
            return try page(context, id, FormState(form, errors))
        }
    }

    private static func page(_ context: ParentContext, _ id: Identifier<Child>, _ form: FormState) throws -> HTTPResponse {
        let sheet = try context.childSheets.sheet(of: id, for: context.access)
        guard let child = context.access.child(id) else { throw PageFailure.notFound }
        let readings = try context.childSheets.readings(of: id, for: context.access)
        let page = ChildSheetPage(frame: context.frame, child: child, sheet: sheet, readings: readings, form: form)
        return context.page(page, status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }
}

/// The same sheets for the staff, who read them only.
enum StaffSheetHandler {
    static func list(_ context: StaffContext) throws -> HTTPResponse {
        let lines = try context.childSheets.lines(for: context.member, context.catalogue)
        return context.page(SheetListPage(frame: context.frame, lines: lines, today: context.today))
    }

    static func show(_ context: StaffContext, _ id: Identifier<Child>) async throws -> HTTPResponse {
        guard let (child, sheet) = try await context.childSheets.read(id, by: context.member, context.catalogue) else { throw PageFailure.notFound }
        return context.page(StaffSheetPage(frame: context.frame, child: child, sheet: sheet, today: context.today))
    }
}

extension PageContext {
    fileprivate var childSheets: ChildSheetService { ChildSheetService(site.portal) }
}
