package import PortalCore

/// "Vérification annuelle": who has certified the file of the year, who has not, and the reminder.
package struct FamilyCheckListPage: HTML {
    private let frame: PortalFrame
    private let year: Int
    /// Every family's.
    private let lines: [FamilyCheckLine]
    private let filter: FamilyCheckFilter
    private let reminders: [MonthDay]
    private let mayRemind: Bool
    private let now: Instant

    /// - Parameters:
    ///   - lines: every family's: the page filters them.
    ///   - reminders: the days of the year on which the town has families reminded.
    package init(
        frame: PortalFrame,
        year: Int,
        lines: [FamilyCheckLine],
        filter: FamilyCheckFilter,
        reminders: [MonthDay],
        mayRemind: Bool,
        now: Instant
    ) {
        self.now = now
        self.frame = frame
        self.year = year
        self.lines = lines
        self.filter = filter
        self.reminders = reminders
        self.mayRemind = mayRemind
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: "Vérification annuelle",
            introduction: "\(certified) \(certified > 1 ? "dossiers certifiés" : "dossier certifié") sur \(lines.count) pour \(year)-\(year + 1). "
                + "Les familles dont un enfant est inscrit.",
            crumbs: [Crumb("Familles", frame.links.to(.list(search: nil)))]
        ) {
            FamilyCheckFilters(links: frame.links, filter: filter)
            if mayRemind && certified < lines.count { FamilyCheckReminding(frame: frame, filter: filter, lines: lines, days: reminders, now: now) }
            if shown.isEmpty {
                EmptyState(lines.isEmpty ? "Aucune famille" : "Aucun dossier ne correspond", icon: .search) {
                    p { lines.isEmpty ? "Les familles dont un enfant est inscrit apparaîtront ici." : "Élargissez le filtre." }
                }
            } else {
                DataTable("Dossiers", columns: ["Foyer", "Certifié", "À revoir", "Relance"]) {
                    ForEach(shown) { line in FamilyCheckRow(line: line, links: frame.links) }
                }
                ButtonRow { LinkButton("Exporter (CSV)", to: frame.links.to(FamilyCheckDeskPage.export(filter)), icon: .file) }
            }
        }
    }

    private var certified: Int { lines.count { $0.check != nil } }
    private var shown: [FamilyCheckLine] { lines.filter(filter.keeps) }
}

private struct FamilyCheckFilters: HTML {
    let links: PortalLinks
    let filter: FamilyCheckFilter

    var body: some HTML {
        form(.class("filters"), .method(.get), .action(links.to(FamilyCheckDeskPage.list(FamilyCheckFilter())))) {
            SelectField(
                FamilyCheckDeskPage.state,
                "Dossiers",
                choices: [Choice("", "Tous")] + FamilyCheckFilter.State.allCases.map { Choice($0.rawValue, $0.french) },
                isRequired: false,
                isMarked: false,
                in: state
            )
            SelectField(
                FamilyCheckDeskPage.section,
                "Partie à revoir",
                choices: [Choice("", "Peu importe")] + StaleSection.allCases.map { Choice($0.rawValue, $0.french) },
                isRequired: false,
                isMarked: false,
                in: state
            )
            SubmitButton("Filtrer", style: .secondary, icon: .search)
        }
    }

    private var state: FormState {
        FormState(values: [FamilyCheckDeskPage.state: filter.state?.rawValue ?? "", FamilyCheckDeskPage.section: filter.section?.rawValue ?? ""])
    }
}

private struct FamilyCheckReminding: HTML {
    let frame: PortalFrame
    let filter: FamilyCheckFilter
    let lines: [FamilyCheckLine]
    let days: [MonthDay]
    let now: Instant

    var body: some HTML {
        Card("Relancer les familles", icon: .mail) {
            p {
                "Chaque adulte qui décide pour le foyer et qui a un espace reçoit un courriel, et le même message dans son espace. "
                "Une famille relancée depuis moins de \(FamilyCheckDesk.patience) jours ne l'est pas une seconde fois. "
                days.isEmpty
                    ? "Aucune date de relance n'est choisie dans la définition du portail."
                    : "Relances automatiques\u{A0}: \(days.map(\.french).map { $0.replacing(" ", with: "\u{A0}") }.joined(separator: ", "))."
            }
            if unreachable > 0 {
                p(.class("hint")) { "\(unreachable) \(unreachable > 1 ? "foyers n'ont" : "foyer n'a") pas d'espace\u{A0}: appelez-les." }
            }
            if due == 0 {
                p { "Toutes les familles qui ont un espace viennent d'être relancées." }
            } else {
                form(.method(.post), .action(frame.links.to(FamilyCheckDeskPage.list(filter)))) {
                    frame.token
                    SubmitButton("Relancer ceux qui n'ont pas certifié (\(due))", icon: .mail)
                }
            }
        }
    }

    private var missing: [FamilyCheckLine] { lines.filter { $0.check == nil } }
    private var due: Int { missing.count { FamilyCheckDesk.mayRemind($0, at: now) } }
    private var unreachable: Int { missing.count { !$0.isReachable } }
}

private struct FamilyCheckRow: HTML {
    let line: FamilyCheckLine
    let links: PortalLinks

    var body: some HTML {
        tr {
            th(.scope(.row)) { a(.href(links.to(.household(line.household)))) { line.name } }
            td {
                if let check = line.check {
                    StateTag("Le \(check.at.frenchNumeric) par \(check.by)", tone: .success)
                } else {
                    StateTag("Pas encore", tone: .neutral, icon: .clock)
                }
            }
            td { line.stale.map(\.french).joined(separator: ", ") }
            td {
                if line.check != nil {
                    "–"
                } else if let at = line.remindedAt {
                    "Le \(at.frenchNumeric)"
                } else if line.isReachable {
                    "Jamais relancée"
                } else {
                    StateTag("Sans espace", tone: .warning, icon: .phone)
                }
            }
        }
    }
}
