import HTMLTemplates
import PortalCore

enum ChangeInboxHandler {
    static func list(_ context: StaffContext, _ filter: ChangeFilter) throws -> HTTPResponse {
        try page(context, filter)
    }

    /// Settles a change, or says who takes care of it. What is settled leads to the next one.
    static func settle(
        _ context: StaffContext,
        _ form: FormFields,
        _ id: Identifier<ChangeRequest>,
        _ filter: ChangeFilter
    ) async throws -> HTTPResponse {
        guard let decision = form[ChangeDecision.field].flatMap(ChangeDecision.init(rawValue:)) else {
            throw PageFailure.badRequest("Choisissez d'accepter ou de refuser.")
        }
        switch decision {
        case .takeOn, .giveBack:
            try await context.changes.assign(id, toSelf: decision == .takeOn, by: context.member.id)
            return context.redirect(to: context.links.to(.inbox(filter)).at(fragment: ChangeInboxPage.anchor(id)), saying: .saved)
        case .accept, .refuse:
            let field = ChangeSettling.reason(of: id)
            do {
                try await context.changes.settle(id, refusal: decision == .refuse ? form[field] ?? "" : nil, by: context.member.id)
                return context.redirect(to: try next(context, after: id, filter), saying: .saved)
            } catch let errors as FieldErrors {
                let state = FormState(values: [field: form[field] ?? ""], errors: errors.entries.map { FieldError(field, $0.message) })
                return try page(context, filter, wrong: (id, state))
            }
        }
    }

    /// The card after a settled one; the first when it was the last.
    private static func next(_ context: StaffContext, after id: Identifier<ChangeRequest>, _ filter: ChangeFilter) throws -> Link {
        let left = try context.changes.waiting(filter, for: context.member.id).map(\.request.id)
        let inbox = context.links.to(.inbox(filter))
        return (left.first { $0 > id } ?? left.first).map { inbox.at(fragment: ChangeInboxPage.anchor($0)) } ?? inbox
    }

    private static func page(
        _ context: StaffContext,
        _ filter: ChangeFilter,
        wrong: (id: Identifier<ChangeRequest>, form: FormState)? = nil
    ) throws -> HTTPResponse {
        let changes = try context.changes.waiting(filter, for: context.member.id)
        var documents: [Identifier<ChangeRequest>: [JoinedDocument]] = [:]
        for request in changes.map(\.request) {
            guard let occasion = request.occasion else { continue }
            documents[request.id] = try context.documentDesk.documents(with: occasion, of: request.household, for: context.member)
        }
        let page = ChangeInboxPage(
            frame: context.frame,
            changes: changes,
            wishes: filter.isEmpty ? try context.custodyWishes.waiting() : [],
            documents: documents,
            filter: filter,
            activities: context.catalogue.activities,
            reader: context.member.id,
            today: context.today,
            wrong: wrong
        )
        return context.page(page, status: wrong == nil ? .ok : .unprocessableContent)
    }
}

extension StaffContext {
    fileprivate var changes: ChangeService { ChangeService(site.portal) }
}
