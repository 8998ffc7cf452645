package import PortalCore

/// What became of a request, line by line: shown after confirming, and kept in "Mes demandes".
package struct RequestPage: HTML {
    private let frame: PortalFrame
    private let request: Request

    package init(frame: PortalFrame, request: Request) {
        self.frame = frame
        self.request = request
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.requests),
            title: "Demande n°\u{A0}\(request.id.rawValue)",
            introduction: request.note == nil
                ? "Envoyée le \(request.createdAt.french)." : "Le service a modifié vos réservations le \(request.createdAt.french).",
            crumbs: [frame.homeCrumb, Crumb("Mes demandes", frame.links.to(.requests))]
        ) {
            if let note = request.note { Notice(.neutral, title: "Fait par le service") { p { "Motif\u{A0}: \(note)" } } }
            Outcome(lines: lines)
            BookingLines("Refusé", icon: .cross, lines: lines.refused, .after)
            BookingLines("Réservé", icon: .check, lines: lines.accepted(.add), .after)
            BookingLines("En attente", icon: .clock, lines: lines.pending, .after)
            BookingLines("Listes d'attente quittées", icon: .minus, lines: lines.left, .after)
            BookingLines("Annulé", icon: .minus, lines: lines.accepted(.cancel), .after)
            BookingLines("Absences", icon: .absent, lines: lines.absences, .after)
            BookingLines("Déjà enregistré", icon: .check, lines: lines.unchanged, .after)
            if lines.contains(where: \.outcome.isAccepted) { CostDifference(lines.difference) }
            ButtonRow {
                LinkButton("Revenir au planning", to: planning, style: .primary, icon: .calendar)
                LinkButton("Accueil", to: frame.links.to(.home as ParentPage), icon: .home)
            }
        }
    }

    private var lines: [BookingReviewLine] { request.lines }

    /// The planning of the month that the request is about.
    private var planning: Link { frame.links.to(.planning(lines.first.map { Month(containing: $0.change.slot.date) })) }
}

/// The answer in a sentence.
private struct Outcome: HTML {
    let lines: [BookingReviewLine]

    var body: some HTML {
        let refused = lines.refused.count
        let accepted = lines.filter(\.outcome.isAccepted).count
        if refused == 0, accepted == 0 {
            Notice(.neutral, title: "C'était déjà enregistré") { p { "Aucun changement n'était nécessaire." } }
        } else if refused == 0 {
            Notice(.success, title: "C'est enregistré") { p { "\(sentence(accepted)) Un e-mail de confirmation vous est envoyé." } }
        } else if accepted == 0 {
            Notice(.danger, title: "Rien n'a pu être enregistré") { p { "La règle qui l'empêche est dite à chaque ligne." } }
        } else {
            Notice(.warning, title: "Enregistré en partie") {
                p { "\(sentence(accepted)) Refusé\u{A0}: \(refused). La règle qui l'empêche est dite à chaque ligne." }
            }
        }
    }

    private func sentence(_ count: Int) -> String {
        count == 1 ? "Un changement est enregistré." : "\(count) changements sont enregistrés."
    }
}
