package import PortalCore

/// The people who ask to be forgotten, the oldest request first.
package struct ErasureListPage: HTML {
    private let frame: PortalFrame
    private let requests: [ErasureRequest]

    package init(frame: PortalFrame, requests: [ErasureRequest]) {
        self.frame = frame
        self.requests = requests
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: "Effacements demandés",
            introduction: "Chaque personne reçoit une réponse dans le mois (RGPD, articles 12 et 17).",
            crumbs: [Crumb("Familles", frame.links.to(.list(search: nil)))]
        ) {
            if requests.isEmpty {
                EmptyState("Aucune demande", icon: .check) { p { "Les demandes d'effacement apparaîtront ici." } }
            } else {
                DataTable("Demandes d'effacement", columns: ["Personne", "Demandé le", "Réponse avant le"]) {
                    ForEach(requests) { request in
                        tr {
                            th(.scope(.row)) { a(.href(frame.links.to(.erasure(request.id)))) { request.name } }
                            td { request.createdAt.frenchNumeric }
                            td { request.answerDay.french }
                        }
                    }
                }
            }
        }
    }
}

/// One of them, and the two answers.
package struct ErasureCasePage: HTML {
    package static let accept = "accepter"
    package static let refuse = "refuser"

    private let frame: PortalFrame
    private let request: ErasureRequest
    private let kept: [KeptData]
    private let form: FormState

    /// - Parameter kept: what stays for a while, or without a name.
    package init(frame: PortalFrame, request: ErasureRequest, kept: [KeptData], form: FormState) {
        self.frame = frame
        self.request = request
        self.kept = kept
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: "Effacement demandé par \(request.name)",
            crumbs: [Crumb("Familles", frame.links.to(.list(search: nil))), Crumb("Effacements demandés", frame.links.to(.erasures))],
            form: form
        ) {
            Card("La demande", icon: .request) {
                DefinitionList([
                    Definition("Reçue le", request.createdAt.french), Definition("Réponse avant le", request.answerDay.french),
                ])
                TownText(TextBlock.blocks(of: request.message))
            }
            Card("Ce qui est gardé", icon: .clock) {
                DataTable("Ce qui est gardé", columns: ["Données", "Pourquoi", "Jusqu'au"]) {
                    ForEach(kept) { item in
                        tr {
                            th(.scope(.row)) { item.what }
                            td { item.why }
                            td { item.until?.frenchWithoutWeekday ?? "–" }
                        }
                    }
                }
            }
            if request.state == .waiting {
                Card("Votre réponse", icon: .edit) {
                    p {
                        "Accepter ferme le compte, efface l'adresse e-mail et le téléphone, et la santé des enfants que personne d'autre ne suit. "
                        "Le nom devient un numéro quand plus rien ne l'exige\u{A0}: voir «\u{A0}Conservation des données\u{A0}»."
                    }
                    HTMLTemplates.form(.method(.post), .action(frame.links.to(.erasure(request.id))), .novalidate(), .class("form")) {
                        frame.token
                        TextAreaField(
                            ErasureRequest.Field.answer.rawValue,
                            "Réponse",
                            hint: "Ce qui est effacé, ce qui est gardé et pourquoi. La personne la lit telle quelle.",
                            in: form
                        )
                        ButtonRow {
                            SubmitButton("Accepter et effacer", style: .danger, name: ErasureRequest.Field.decision.rawValue, value: Self.accept)
                            SubmitButton("Refuser", style: .secondary, name: ErasureRequest.Field.decision.rawValue, value: Self.refuse)
                        }
                    }
                }
            }
        }
    }
}
