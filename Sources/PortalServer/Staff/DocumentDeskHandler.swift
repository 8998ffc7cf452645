import HTMLTemplates
import PortalCore

enum DocumentDeskHandler {
    static func inbox(_ context: StaffContext, _ type: String?) throws -> HTTPResponse {
        let model = DocumentInboxPage.Model(
            documents: try context.documentDesk.inbox(type, for: context.member),
            types: context.catalogue.settings.documents,
            counts: try context.documentDesk.waitingCounts(for: context.member),
            type: type,
            mayJudge: context.member.role.has(.judgeDocuments),
            mayPublish: context.member.role.has(.manageRules),
            backlog: try FileScanning(context.site.portal).backlog()
        )
        return context.page(DocumentInboxPage(frame: context.frame, model: model))
    }

    static func show(_ context: StaffContext, _ id: Identifier<SupportingDocument>, _ form: FormState? = nil) throws -> HTTPResponse {
        guard let file = try context.documentDesk.document(id, for: context.member) else { throw PageFailure.notFound }
        let end = context.documentDesk.proposedEnd(of: file.document)
        let page = DocumentReviewPage(
            frame: context.frame,
            file: file,
            mayJudge: context.member.role.has(.judgeDocuments),
            form: form ?? FormState(values: [DocumentVerdict.Field.validUntil.rawValue: end?.iso ?? ""])
        )
        return context.page(page, status: form == nil ? .ok : .unprocessableContent)
    }

    static func judge(_ context: StaffContext, _ form: FormFields, _ id: Identifier<SupportingDocument>) async throws -> HTTPResponse {
        try context.require(.judgeDocuments)
        guard try context.documentDesk.document(id, for: context.member) != nil else { throw PageFailure.notFound }
        guard let act = JudgementAct(rawValue: form[DocumentVerdict.Field.act.rawValue] ?? "") else {
            throw PageFailure.badRequest("Le bouton n'est pas reconnu.")
        }
        do {
            let verdict = try DocumentVerdict(form, accepting: act == .accept, today: context.today)
            let link = context.site.absoluteAddress(of: ParentPage.documents(.list))
            guard try await context.documentDesk.judge(id, verdict, by: context.member, link: link) else { throw PageFailure.notFound }
            return context.redirect(to: context.links.to(DocumentDeskPage.inbox(type: nil)), saying: .documentJudged)
        } catch let errors as FieldErrors {
            return try show(context, id, FormState(form, errors))
        }
    }

    /// A file: never shown by the browser inside the portal, and noted in the journal.
    static func file(
        _ context: StaffContext,
        _ document: Identifier<SupportingDocument>,
        _ id: Identifier<DocumentFile>
    ) async throws -> HTTPResponse {
        guard let (kind, bytes) = try await context.documentDesk.read(id, of: document, by: context.member) else { throw PageFailure.notFound }
        return .attachment(kind, bytes, name: "piece-\(document.rawValue)-\(id.rawValue)")
    }

    static func missing(_ context: StaffContext, _ type: String?) throws -> HTTPResponse {
        let page = MissingDocumentsPage(
            frame: context.frame,
            families: try context.documentDesk.missing(type, for: context.member),
            types: context.catalogue.settings.documents.filter { $0.demand != .optional },
            type: type,
            mayRemind: context.member.role.has(.judgeDocuments)
        )
        return context.page(page)
    }

    static func remind(_ context: StaffContext, _ form: FormFields, _ type: String?) async throws -> HTTPResponse {
        try context.require(.judgeDocuments)
        let link = context.site.absoluteAddress(of: ParentPage.documents(.list))
        let count = try await context.documentDesk.remind(type, by: context.member, link: link)
        return context.redirect(to: context.links.to(DocumentDeskPage.missing(type: type)), saying: count == 0 ? .nobodyReminded : .familiesReminded)
    }

    static func paper(
        _ context: StaffContext,
        _ household: Identifier<Household>,
        _ code: String,
        _ subject: DocumentSubject,
        _ form: FormState? = nil
    ) throws -> HTTPResponse {
        let file = try context.documentDesk.file(of: household, for: context.member)
        guard let family = try context.site.households.family(household),
            let ask = file?.asks.first(where: { $0.type.code == code && $0.subject == subject })
        else { throw PageFailure.notFound }
        let end = ask.type.validity.lastDay(of: context.today)
        let page = PaperDocumentPage(
            frame: context.frame,
            household: family.household,
            ask: ask,
            form: form ?? FormState(values: [DocumentVerdict.Field.validUntil.rawValue: end?.iso ?? ""])
        )
        return context.page(page, status: form == nil ? .ok : .unprocessableContent)
    }

    static func takeOnPaper(
        _ context: StaffContext,
        _ form: FormFields,
        _ household: Identifier<Household>,
        _ code: String,
        _ subject: DocumentSubject
    ) async throws -> HTTPResponse {
        do {
            let verdict = try DocumentVerdict(form, accepting: true, today: context.today)
            guard try await context.documentDesk.takeOnPaper(code, of: subject, in: household, verdict, by: context.member) else {
                throw PageFailure.notFound
            }
            return context.redirect(to: context.links.to(.household(household)), saying: .saved)
        } catch let errors as FieldErrors {
            return try paper(context, household, code, subject, FormState(form, errors))
        }
    }
}

extension StaffContext {
    var documentDesk: DocumentDesk { DocumentDesk(site.portal, catalogue) }
}

extension DocumentVerdict {
    fileprivate init(_ form: FormFields, accepting: Bool, today: CivilDate) throws {
        try self.init(
            accepting: accepting,
            validUntil: form[Field.validUntil.rawValue] ?? "",
            note: form[Field.note.rawValue] ?? "",
            today: today
        )
    }
}
