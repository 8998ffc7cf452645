import PortalCore

/// What the tried rules would have answered to last month's requests.
struct RuleReplayCard: HTML {
    /// More than these are counted, not listed.
    private static let listed = 30

    let replay: RuleReplay
    let activity: Activity

    var body: some HTML {
        Card("Les demandes de \(replay.month.french), rejouées", icon: .clock, id: "rejeu") {
            if replay.count == 0 {
                p { "Les familles n'ont rien demandé pour cette activité en \(replay.month.french)." }
            } else {
                DataTable("Réponses aux \(replay.count) demandes", columns: ["Réponse", .number("En vigueur"), .number("À l'essai")]) {
                    ForEach(RuleReplay.Verdict.allCases) { verdict in
                        tr {
                            th(.scope(.row)) { verdict.french.capitalizedFirst }
                            td(.class("number")) { String(replay.inForce[verdict] ?? 0) }
                            td(.class("number")) { String(replay.tried[verdict] ?? 0) }
                        }
                    }
                }
                differences
            }
        }
    }

    @HTMLBuilder private var differences: some HTML {
        if replay.differences.isEmpty {
            p { "Aucune réponse n'aurait changé." }
        } else {
            p { "\(replay.differences.count) réponse\(replay.differences.count > 1 ? "s auraient" : " aurait") changé." }
            DataTable("Réponses qui changent", columns: ["Demandé le", "Pour", "Demande", "En vigueur", "À l'essai"]) {
                ForEach(replay.differences.prefix(RuleReplayCard.listed)) { difference in row(difference) }
            }
            if replay.differences.count > RuleReplayCard.listed { p(.class("hint")) { "Les \(RuleReplayCard.listed) plus récentes sont montrées." } }
        }
    }

    private func row(_ difference: RuleReplay.Difference) -> some HTML {
        tr {
            th(.scope(.row)) { difference.ask.askedAt.frenchNumeric }
            td { "\(difference.ask.date.frenchShort), \(activity.units.first { $0.id == difference.ask.unit }?.name ?? "")" }
            td { difference.ask.kind == .add ? "Réserver" : "Annuler" }
            td { difference.before.french }
            td { difference.after.french }
        }
    }
}
