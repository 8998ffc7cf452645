package import PortalCore

/// The journal: who did what to what, and when.
package struct JournalPage: HTML {
    private let frame: PortalFrame
    private let query: JournalQuery
    private let form: FormState
    private let lines: [AuditLine]
    private let acts: [AuditAct]
    private let next: AuditPosition?

    /// - Parameters:
    ///   - form: what was typed, with what is wrong in it.
    ///   - acts: those that can be chosen.
    ///   - next: where the next page goes on; nil on the last one.
    package init(frame: PortalFrame, query: JournalQuery, form: FormState, lines: [AuditLine], acts: [AuditAct], next: AuditPosition?) {
        self.frame = frame
        self.query = query
        self.form = form
        self.lines = lines
        self.acts = acts
        self.next = next
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.journal),
            title: "Journal",
            introduction: "Chaque acte du portail, ligne par ligne. Consulter et exporter le journal y est noté aussi.",
            crumbs: [Crumb("Aujourd'hui", frame.links.to(.home as StaffPage))],
            form: form
        ) {
            JournalFilters(links: frame.links, form: form, acts: acts)
            if lines.isEmpty {
                EmptyState("Aucune ligne", icon: .file) { p { "Élargissez la période ou choisissez un autre acte." } }
            } else {
                DataTable("Lignes du journal, les plus récentes d'abord", columns: ["Quand", "Qui", "Acte", .number("Objet"), "Détail"]) {
                    ForEach(lines) { line in JournalRow(line: line) }
                }
                if next != nil || !query.after.isEmpty { JournalPages(links: frame.links, query: query, next: next) }
                JournalExportForm(frame: frame, query: query)
            }
        }
    }
}

private struct JournalFilters: HTML {
    let links: PortalLinks
    let form: FormState
    let acts: [AuditAct]

    var body: some HTML {
        HTMLTemplates.form(.class("filters"), .method(.get), .action(links.to(.journal(JournalQuery())))) {
            TextField(JournalQuery.Field.firstDay.rawValue, "Du", kind: .date, isRequired: false, in: form)
            TextField(JournalQuery.Field.lastDay.rawValue, "Au", kind: .date, isRequired: false, in: form)
            SelectField(JournalQuery.Field.act.rawValue, "Acte", choices: actChoices, isRequired: false, in: form)
            TextField(
                JournalQuery.Field.who.rawValue,
                "Qui",
                hint: "parents, agents, portail, agent-3, compte-12",
                isRequired: false,
                in: form
            )
            TextField(JournalQuery.Field.subject.rawValue, "Numéro de l'objet", kind: .number, isRequired: false, in: form)
            SubmitButton("Chercher", icon: .search)
        }
    }

    private var actChoices: [Choice] {
        [Choice("", "Tous les actes")] + acts.map { Choice($0.rawValue, $0.french) }.sorted { $0.label < $1.label }
    }
}

private struct JournalRow: HTML {
    let line: AuditLine

    var body: some HTML {
        tr {
            th(.scope(.row)) { line.entry.at.frenchNumeric }
            td { line.actorFrench }
            td { line.entry.act.french }
            td(.class("number")) { String(line.entry.subject) }
            td { line.entry.detail }
        }
    }
}

private struct JournalPages: HTML {
    let links: PortalLinks
    let query: JournalQuery
    let next: AuditPosition?

    var body: some HTML {
        Pagination(
            "Pages du journal",
            previous: query.after.isEmpty ? nil : ("Le plus récent", page(after: "")),
            current: query.after.isEmpty ? "Les lignes les plus récentes" : "Suite",
            next: next.map { ("Plus ancien", page(after: $0.text)) }
        )
    }

    private func page(after position: String) -> Link {
        var query = query
        query.after = position
        return links.to(.journal(query))
    }
}

private struct JournalExportForm: HTML {
    let frame: PortalFrame
    let query: JournalQuery

    var body: some HTML {
        form(.method(.post), .action(frame.links.to(.journalExport))) {
            frame.token
            ForEach(JournalQuery.Field.allCases.filter { $0 != .after }) { field in HiddenField(field.rawValue, query[field]) }
            SubmitButton("Exporter ces lignes (CSV)", style: .secondary, icon: .file)
        }
    }
}
