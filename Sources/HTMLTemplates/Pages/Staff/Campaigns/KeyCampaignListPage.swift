package import PortalCore

/// The campaigns there were, and the form of a new one.
package struct KeyCampaignListPage: HTML {
    private let frame: PortalFrame
    private let campaigns: [KeyCampaign]
    private let everybody: KeyCampaignReach
    private let enrolled: KeyCampaignReach
    private let form: FormState

    /// - Parameters:
    ///   - everybody: whom a campaign would reach now.
    ///   - enrolled: whom it would reach if it were for the families with an enrolled child only.
    package init(frame: PortalFrame, campaigns: [KeyCampaign], everybody: KeyCampaignReach, enrolled: KeyCampaignReach, form: FormState) {
        self.frame = frame
        self.campaigns = campaigns
        self.everybody = everybody
        self.enrolled = enrolled
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.campaigns),
            title: "Envoyer des clés enfance",
            introduction: "Une clé pour chaque famille sans compte\u{A0}: par courriel, ou sur une lettre à imprimer.",
            crumbs: [Crumb("Familles", frame.links.to(.list(search: nil)))],
            form: form
        ) {
            Card("Nouvelle campagne", icon: .key) {
                if everybody.families == 0 {
                    EmptyState("Chaque famille a un compte, ou une clé qui attend", icon: .check) {
                        p { "Une famille qui a perdu sa clé en reçoit une autre depuis son dossier." }
                    }
                } else {
                    NewCampaignForm(frame: frame, everybody: everybody, enrolled: enrolled, form: form)
                }
            }
            if !campaigns.isEmpty {
                Card("Campagnes", icon: .mail) {
                    DataTable(
                        "Campagnes, la plus récente d'abord",
                        columns: ["Nom", "Lancée le", .number("Familles"), .number("Lettres"), .number("Espaces créés"), "État"]
                    ) {
                        ForEach(campaigns) { campaign in CampaignRow(campaign: campaign, links: frame.links) }
                    }
                }
            }
        }
    }
}

private struct NewCampaignForm: HTML {
    let frame: PortalFrame
    let everybody: KeyCampaignReach
    let enrolled: KeyCampaignReach
    let form: FormState

    var body: some HTML {
        p { "Familles sans compte et sans clé en attente\u{A0}: \(everybody.french)." }
        HTMLTemplates.form(.method(.post), .action(frame.links.to(.list as KeyCampaignPage)), .novalidate(), .class("form stack")) {
            frame.token
            TextField(
                KeyCampaignForm.Field.name.rawValue,
                "Nom de la campagne",
                hint: "Pour la retrouver. Exemple\u{A0}: Rentrée 2027.",
                autocomplete: .off,
                in: form
            )
            CheckboxField(
                KeyCampaignForm.Field.enrolledOnly.rawValue,
                "Seulement les familles dont un enfant est inscrit à une activité",
                hint: enrolled.french.capitalizedFirst,
                in: form
            )
            SubmitButton("Donner les clés", icon: .key)
        }
    }
}

private struct CampaignRow: HTML {
    let campaign: KeyCampaign
    let links: PortalLinks

    var body: some HTML {
        tr {
            th(.scope(.row)) { a(.href(links.to(.campaign(campaign.id)))) { campaign.name } }
            td { campaign.startedAt.frenchNumeric }
            td(.class("number")) { String(campaign.progress.families) }
            td(.class("number")) { String(campaign.progress.letters) }
            td(.class("number")) { String(campaign.progress.accounts) }
            td { StateTag(campaign.closedAt == nil ? "Ouverte" : "Close", tone: campaign.closedAt == nil ? .accent : .neutral) }
        }
    }
}

extension KeyCampaignReach {
    /// "142 familles, 120 par courriel et 22 par lettre".
    fileprivate var french: String {
        "\(families) famille\(families > 1 ? "s" : ""), \(byMail) par courriel et \(byLetter) par lettre"
    }
}
