import HTMLTemplates
import PortalCore

enum NurseryHandler {
    /// The only contract, or the list of them.
    static func list(_ context: ParentContext) throws -> HTTPResponse {
        let files = try context.nurseries.currentFiles(of: context.access)
        if files.count == 1 { return context.redirect(to: context.links.to(.contract(files[0].contract.id, nil) as NurseryPage)) }
        return context.page(CareContractsPage(frame: context.frame, files: files))
    }

    static func show(_ context: ParentContext, _ id: Identifier<CareContract>, _ month: Month?) throws -> HTTPResponse {
        let month = month ?? Month(containing: context.today)
        guard let file = try context.nurseries.file(id, of: context.access, in: month) else { throw PageFailure.notFound }
        let model = CareContractPage.Model(file: file, month: file.month(month, in: context.catalogue.calendar), today: context.today)
        return context.page(CareContractPage(frame: context.frame, model: model))
    }

    static func leaveForm(_ context: ParentContext, _ id: Identifier<CareContract>, _ form: FormState = FormState()) throws -> HTTPResponse {
        guard let file = try context.nurseries.file(id, of: context.access, in: Month(containing: context.today)) else { throw PageFailure.notFound }
        let page = LeaveFormPage(frame: context.frame, file: file, today: context.today, form: form)
        return context.page(page, status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }

    /// What the leave would change, judged now, before anything is written.
    static func recap(_ context: ParentContext, _ form: FormFields, _ id: Identifier<CareContract>) throws -> HTTPResponse {
        let typed = LeaveForm(form)
        do {
            let month = Month(containing: context.today)
            guard let review = try context.nurseries.review(typed, for: id, by: context.access),
                let file = try context.nurseries.file(id, of: context.access, in: month)
            else { throw PageFailure.notFound }
            let key = RandomToken(bytes: 18, from: SystemRandom()).text
            let model = LeaveRecapPage.Model(file: file, review: review, typed: typed, key: key)
            return context.page(LeaveRecapPage(frame: context.frame, model: model))
        } catch let errors as FieldErrors {
            return try leaveForm(context, id, FormState(form, errors.inOrder(of: LeaveForm.Field.self)))
        }
    }

    static func announce(_ context: ParentContext, _ form: FormFields, _ id: Identifier<CareContract>) async throws -> HTTPResponse {
        guard let key = IdempotencyKey(form[LeaveForm.Field.key.rawValue] ?? "") else {
            throw PageFailure.badRequest("Le formulaire est incomplet\u{A0}: revenez aux dates et recommencez.")
        }
        do {
            let link = context.site.absoluteAddress(of: ParentPage.nursery(.contract(id, nil)))
            guard try await context.nurseries.announce(LeaveForm(form), for: id, key: key, by: context.access, link: link) != nil else {
                throw PageFailure.notFound
            }
            return context.redirect(to: context.links.to(.contract(id, nil) as NurseryPage), saying: .leaveAnnounced)
        } catch let errors as FieldErrors {
            return try leaveForm(context, id, FormState(form, errors.inOrder(of: LeaveForm.Field.self)))
        }
    }

    /// - Parameter proven: a form that holds nothing but its proof.
    static func withdraw(
        _ context: ParentContext,
        _ proven: FormFields,
        _ id: Identifier<CareContract>,
        _ leave: Identifier<FamilyLeave>
    ) async throws -> HTTPResponse {
        guard try await context.nurseries.withdraw(leave, of: id, by: context.access) else { throw PageFailure.notFound }
        return context.redirect(to: context.links.to(.contract(id, nil) as NurseryPage), saying: .leaveWithdrawn)
    }
}

extension LeaveForm {
    fileprivate init(_ form: FormFields) {
        self.init(firstDay: form[Field.firstDay.rawValue] ?? "", lastDay: form[Field.lastDay.rawValue] ?? "")
    }
}

extension PageContext {
    var nurseries: NurseryService { NurseryService(site.portal, catalogue) }
    var nurseryDesk: NurseryDesk { NurseryDesk(site.portal, catalogue) }
}
