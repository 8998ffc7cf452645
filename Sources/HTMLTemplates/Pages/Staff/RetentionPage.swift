package import PortalCore

/// "Conservation": how long the town keeps what it knows of families, what has run out, and erasing it.
package struct RetentionPage: HTML {
    /// The name of the box to tick before erasing.
    package static let box = "verifie"

    private let frame: PortalFrame
    private let rules: RetentionRules
    private let due: DueErasures
    private let form: FormState

    package init(frame: PortalFrame, rules: RetentionRules, due: DueErasures, form: FormState) {
        self.frame = frame
        self.rules = rules
        self.due = due
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: "Conservation des données",
            introduction: "Ce que la collectivité garde des familles, combien de temps, et ce qui doit maintenant disparaître.",
            crumbs: [Crumb("Familles", frame.links.to(.list(search: nil)))],
            form: form
        ) {
            Card("Durées", icon: .clock) {
                DataTable("Durées de conservation", columns: ["Données", "Durée", "À effacer"]) {
                    ForEach(RetentionRules.Kind.allCases) { kind in RetentionRow(kind: kind, rules: rules, due: due) }
                }
                p(.class("hint")) { "Les durées sont dans la définition du portail («\u{A0}conservation\u{A0}»)." }
            }
            if due.isEmpty {
                EmptyState("Rien à effacer", icon: .check) { p { "Aucune durée n'est dépassée aujourd'hui." } }
            } else {
                DueErasureCard(frame: frame, due: due, form: form)
            }
        }
    }
}

private struct RetentionRow: HTML {
    let kind: RetentionRules.Kind
    let rules: RetentionRules
    let due: DueErasures

    var body: some HTML {
        tr {
            th(.scope(.row)) { kind.french }
            td { "\(rules.french(kind)) \(kind.since)" }
            td { count }
        }
    }

    private var count: String {
        switch kind {
        case .health: due.health.isEmpty ? "–" : "\(due.health.count) enfant\(due.health.count > 1 ? "s" : "")"
        case .file: due.families.isEmpty ? "–" : "\(due.families.count) foyer\(due.families.count > 1 ? "s" : "")"
        case .charged: due.adults.isEmpty ? "–" : "\(due.adults.count) personne\(due.adults.count > 1 ? "s" : "")"
        case .messages: due.messages == 0 ? "–" : "\(due.messages) courriel\(due.messages > 1 ? "s" : "")"
        }
    }
}

private struct DueErasureCard: HTML {
    private static let mostShown = 30

    let frame: PortalFrame
    let due: DueErasures
    let form: FormState

    var body: some HTML {
        Card("Effacer ce qui est échu", icon: .edit) {
            if !due.families.isEmpty {
                h3 { "Familles parties" }
                ul {
                    ForEach(Array(due.families.prefix(Self.mostShown))) { family in
                        li { a(.href(frame.links.to(.household(family.household)))) { family.name } }
                    }
                    if due.families.count > Self.mostShown { li { "et \(due.families.count - Self.mostShown) autres" } }
                }
            }
            p {
                "Les noms deviennent des numéros\u{A0}; la santé, l'entourage et les justificatifs disparaissent. Les réservations, les présences "
                    + "et les montants restent, sans nom. Cela ne peut pas être annulé."
            }
            HTMLTemplates.form(.method(.post), .action(frame.links.to(.retention)), .novalidate(), .class("form")) {
                frame.token
                CheckboxField(RetentionPage.box, "J'ai vérifié ce qui sera effacé", in: form)
                SubmitButton("Effacer définitivement", style: .danger)
            }
        }
    }
}
