import HTMLTemplates
import PortalCore

extension PortalSite {
    /// The answer of a parents' page about regular care.
    func respond(with page: NurseryPage, _ context: ParentContext) async throws -> HTTPResponse {
        do {
            return switch (page, context.request.pageMethod) {
            case (.contracts, .get): try NurseryHandler.list(context)
            case (.contract(let contract, let month), .get): try NurseryHandler.show(context, contract, month)
            case (.leave(let contract), .get): try NurseryHandler.leaveForm(context, contract)
            case (.leave(let contract), .post): try NurseryHandler.recap(context, context.form(), contract)
            case (.announcement(let contract), .post): try await NurseryHandler.announce(context, context.form(), contract)
            case (.withdrawal(let contract, let leave), .post): try await NurseryHandler.withdraw(context, context.form(), contract, leave)
            // The addresses of forms, when somebody comes back to them without a form.
            case (.announcement(let contract), .get): context.redirect(to: context.links.to(.leave(contract)))
            case (.withdrawal(let contract, _), .get): context.redirect(to: context.links.to(.contract(contract, nil) as NurseryPage))
            case (.contracts, _), (.contract, _): throw PageFailure.methodNotAllowed(allowed: [.get])
            case (.announcement, _), (.withdrawal, _): throw PageFailure.methodNotAllowed(allowed: [.post])
            case (.leave, _): throw PageFailure.methodNotAllowed(allowed: [.get, .post])
            }
        } catch let refusal as LeaveRefusal {
            throw PageFailure.forbidden(refusal.french)
        }
    }

    /// The answer of a staff page about regular care.
    func respond(with page: NurseryDeskPage, _ context: StaffContext) async throws -> HTTPResponse {
        try context.require(page.right)
        return switch (page, context.request.pageMethod) {
        case (.contracts(let nursery), .get): try NurseryDeskHandler.contracts(context, nursery)
        case (.signing(let household, let child), .get): try CareContractHandler.form(context, household, child)
        case (.signing(let household, let child), .post): try await CareContractHandler.sign(context, context.form(), household, child)
        case (.contract(let contract, let month), .get): try CareContractHandler.show(context, contract, month)
        case (.contract(let contract, _), .post): try await CareContractHandler.change(context, context.form(), contract)
        case (.leaves(let nursery, let day), .get): try NurseryDeskHandler.leaves(context, nursery, day)
        case (.judgement(let leave), .post): try await NurseryDeskHandler.judge(context, context.form(), leave)
        case (.judgement, .get): context.redirect(to: context.links.to(NurseryDeskPage.leaves(nursery: nil, day: nil)))
        case (.hours(let nursery, let month, let format), .get): try NurseryDeskHandler.hours(context, nursery, month, format)
        case (.contracts, _), (.leaves, _), (.hours, _): throw PageFailure.methodNotAllowed(allowed: [.get])
        case (.judgement, _): throw PageFailure.methodNotAllowed(allowed: [.post])
        case (.signing, _), (.contract, _): throw PageFailure.methodNotAllowed(allowed: [.get, .post])
        }
    }
}

extension NurseryDeskPage {
    /// The right that the page asks for before anything else.
    fileprivate var right: StaffRight {
        switch self {
        case .signing, .judgement: .manageContracts
        case .contracts, .contract, .leaves, .hours: .callRoll
        }
    }
}
