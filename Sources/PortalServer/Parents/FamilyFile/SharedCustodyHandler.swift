import HTMLTemplates
import PortalCore

enum SharedCustodyHandler {
    static func show(
        _ context: ParentContext,
        _ child: Identifier<Child>,
        _ month: Month?,
        _ form: FormState = FormState()
    ) throws -> HTTPResponse {
        guard let custody = try context.custodyWishes.custody(of: child, for: context.access) else { throw PageFailure.notFound }
        let model = SharedCustodyPage.Model(
            frame: context.frame,
            custody: custody,
            month: month ?? Month(containing: context.today),
            today: context.today,
            school: context.catalogue.calendar,
            form: form
        )
        return context.page(SharedCustodyPage(model), status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }

    /// Asks for other days, or answers.
    static func change(_ context: ParentContext, _ form: FormFields, _ child: Identifier<Child>) async throws -> HTTPResponse {
        guard try context.custodyWishes.custody(of: child, for: context.access) != nil else { throw PageFailure.notFound }
        let service = context.custodyWishes
        do {
            if let answer = CustodyWishState(rawValue: form[CustodyWishAct.field] ?? ""), answer != .asked {
                guard let wish = form[CustodyWishAct.wish].flatMap({ Identifier<CustodyWish>(text: $0) }) else { throw PageFailure.notFound }
                try await service.answer(wish, of: child, with: answer, by: context.access.account)
            } else {
                try await service.ask(CustodyWishForm { form[$0.rawValue] ?? "" }, for: child, by: context.access.account)
            }
            return context.redirect(to: context.links.to(.custody(child, nil) as FamilyFilePage), saying: .saved)
        } catch let errors as FieldErrors {
            return try show(context, child, nil, FormState(form, errors))
        }
    }
}

extension PageContext {
    /// Swaps of custody, whose mails lead to the child's page.
    var custodyWishes: CustodyWishService {
        let site = site
        return CustodyWishService(site.portal) { site.absoluteAddress(of: ParentPage.file(.custody($0, nil))) }
    }
}
