package import PortalCore

/// A campaign: what has become of its keys, its letters to print, the mails that came back.
package struct KeyCampaignProgressPage: HTML {
    private let frame: PortalFrame
    private let campaign: KeyCampaign
    private let refused: [RefusedKeyMail]
    private let remaining: Int

    /// - Parameter remaining: families that would get a key if the campaign went on.
    package init(frame: PortalFrame, campaign: KeyCampaign, refused: [RefusedKeyMail], remaining: Int) {
        self.frame = frame
        self.campaign = campaign
        self.refused = refused
        self.remaining = remaining
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.campaigns),
            title: campaign.name,
            introduction: "Campagne lancée le \(campaign.startedAt.french).",
            crumbs: [Crumb("Envoyer des clés enfance", frame.links.to(.list as KeyCampaignPage))]
        ) {
            Card("Où en est-on", icon: .info) { DefinitionList(facts) }
            if campaign.progress.letters > 0 { LettersCard(frame: frame, campaign: campaign) }
            if !refused.isEmpty { RefusedMailsCard(frame: frame, campaign: campaign, refused: refused) }
            if campaign.closedAt == nil { CampaignActs(frame: frame, campaign: campaign, remaining: remaining) }
        }
    }

    private var facts: [Definition] {
        let progress = campaign.progress
        return [
            Definition("Familles qui ont une clé", String(progress.families)),
            Definition("Courriels envoyés", String(progress.mailsSent)),
            Definition("Courriels en attente d'envoi", String(progress.mailsWaiting)),
            Definition("Courriels refusés", String(progress.mailsRefused)),
            Definition("Lettres", String(progress.letters)),
            Definition("Espaces créés avec une de ces clés", String(progress.accounts)),
            Definition("Clés valables jusqu'au", campaign.keysExpireAt.french),
        ]
    }
}

private struct LettersCard: HTML {
    let frame: PortalFrame
    let campaign: KeyCampaign

    var body: some HTML {
        Card("Lettres", icon: .printer, id: "lettres") {
            if let closed = campaign.closedAt {
                p { "La campagne est close depuis le \(closed.french)\u{A0}: le portail a oublié les clés de ses lettres." }
            } else {
                p {
                    "Une page par famille, à mettre dans une enveloppe à fenêtre. Les familles qui ont déjà créé leur espace n'y sont plus. "
                        + "Chaque impression est notée dans le journal."
                }
                form(.method(.post), .action(frame.links.to(.letters(campaign.id)))) {
                    frame.token
                    SubmitButton("Télécharger les lettres (PDF)", style: .secondary, icon: .printer)
                }
            }
        }
    }
}

private struct RefusedMailsCard: HTML {
    let frame: PortalFrame
    let campaign: KeyCampaign
    let refused: [RefusedKeyMail]

    var body: some HTML {
        Card("Courriels refusés", icon: .warning, id: "refus") {
            p { "Ces adresses ne reçoivent rien. Préparez une lettre\u{A0}: la clé du courriel est alors annulée." }
            form(.method(.post), .action(frame.links.to(.campaign(campaign.id)))) {
                frame.token
                DataTable("Courriels refusés", columns: ["Famille", "Adresse", "Réponse du serveur", "Lettre"]) {
                    ForEach(refused) { mail in
                        tr {
                            th(.scope(.row)) { a(.href(frame.links.to(.household(mail.household)))) { mail.name } }
                            td { mail.recipient }
                            td { mail.reason }
                            td { if campaign.closedAt == nil { letterButton(mail) } }
                        }
                    }
                }
            }
        }
    }

    private func letterButton(_ mail: RefusedKeyMail) -> SubmitButton {
        let act = KeyCampaignAct.letter(mail.household)
        return SubmitButton("Lettre pour \(mail.name)", style: .quiet, icon: .file, name: KeyCampaignAct.field, value: act.value)
    }
}

private struct CampaignActs: HTML {
    let frame: PortalFrame
    let campaign: KeyCampaign
    let remaining: Int

    var body: some HTML {
        Card("Continuer ou clore", icon: .check) {
            p {
                remaining == 0
                    ? "Aucune autre famille sans compte n'attend de clé."
                    : "\(remaining) famille\(remaining > 1 ? "s" : "") sans compte n'\(remaining > 1 ? "ont" : "a") pas encore de clé."
            }
            form(.method(.post), .action(frame.links.to(.campaign(campaign.id)))) {
                frame.token
                ButtonRow {
                    if remaining > 0 {
                        SubmitButton("Leur donner une clé", icon: .key, name: KeyCampaignAct.field, value: KeyCampaignAct.resume.value)
                    }
                    SubmitButton(
                        "Clore et oublier les clés des lettres",
                        style: .danger,
                        name: KeyCampaignAct.field,
                        value: KeyCampaignAct.close.value
                    )
                }
            }
        }
    }
}
