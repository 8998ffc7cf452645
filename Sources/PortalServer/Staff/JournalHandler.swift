import HTMLTemplates
import PortalCore

enum JournalHandler {
    static func show(_ context: StaffContext, _ query: JournalQuery) async throws -> HTTPResponse {
        var query = query
        if query == JournalQuery() { query.firstDay = context.today.adding(days: -6).iso }
        let (filter, errors) = read(query)
        let (found, acts) = try await service(context).search(filter, after: AuditPosition(text: query.after), by: context.member.id)
        let lines = Array(found.prefix(AuditService.pageLength))
        let form = FormState(values: values(query), errors: errors)
        let next = found.count > lines.count ? lines.last?.position : nil
        let page = JournalPage(frame: context.frame, query: query, form: form, lines: errors.isEmpty ? lines : [], acts: acts, next: next)
        return context.page(page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    /// The lines of the page before, as a file.
    static func export(_ context: StaffContext, _ form: FormFields) async throws -> HTTPResponse {
        var query = JournalQuery()
        for field in JournalQuery.Field.allCases { query[field] = form[field.rawValue] ?? "" }
        let (filter, errors) = read(query)
        if let error = errors.first { throw PageFailure.badRequest(error.message) }
        let export = try await service(context).export(filter, by: context.member.id)
        let headers: HTTPHeaders = [
            "Content-Type": "text/csv; charset=utf-8",
            "Content-Disposition": "attachment; filename=\"journal-\(context.links.slug)-\(context.today.iso).csv\"",
        ]
        return HTTPResponse(.ok, headers: headers, body: Array(export.text.utf8))
    }

    private static func service(_ context: StaffContext) -> AuditService { AuditService(context.site.portal) }

    private static func values(_ query: JournalQuery) -> [String: String] {
        Dictionary(uniqueKeysWithValues: JournalQuery.Field.allCases.map { ($0.rawValue, query[$0]) })
    }

    /// What the query means, and a sentence for each part that means nothing.
    private static func read(_ query: JournalQuery) -> (AuditFilter, [FieldError]) {
        var errors: [FieldError] = []
        func part<Value>(_ field: JournalQuery.Field, _ sentence: String, _ reading: (String) -> Value?) -> Value? {
            guard !query[field].isEmpty else { return nil }
            let value = reading(query[field])
            if value == nil { errors.append(FieldError(field.rawValue, sentence)) }
            return value
        }
        let filter = AuditFilter(
            firstDay: part(.firstDay, "Ce jour n'existe pas. Exemple\u{A0}: 2026-11-03.") { CivilDate(iso: $0) },
            lastDay: part(.lastDay, "Ce jour n'existe pas. Exemple\u{A0}: 2026-11-20.") { CivilDate(iso: $0) },
            act: query.act.isEmpty ? nil : AuditAct(rawValue: query.act),
            who: part(.who, "Écrivez parents, agents, portail, ou un numéro comme agent-3 ou compte-12.") { AuditFilter.Who(notation: $0) },
            subject: part(.subject, "Le numéro de l'objet s'écrit en chiffres.") { Identifier<AuditEntry>(text: $0)?.rawValue }
        )
        return (filter, errors)
    }
}
