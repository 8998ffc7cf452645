package import PortalCore

/// "Pièces manquantes": the families that have not sent what is asked, and the mail that asks them again.
package struct MissingDocumentsPage: HTML {
    private let frame: PortalFrame
    private let families: [MissingDocuments]
    /// Those that are asked for.
    private let types: [DocumentType]
    private let type: String?
    private let mayRemind: Bool

    package init(frame: PortalFrame, families: [MissingDocuments], types: [DocumentType], type: String?, mayRemind: Bool) {
        self.frame = frame
        self.families = families
        self.types = types
        self.type = type
        self.mayRemind = mayRemind
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.documents),
            title: "Pièces manquantes",
            introduction: "Les familles dont un enfant est inscrit et qui n'ont ni pièce valable, ni pièce en cours de vérification.",
            crumbs: [Crumb("Pièces à vérifier", frame.links.to(DocumentDeskPage.inbox(type: nil)))]
        ) {
            nav(.class("tabs"), .ariaLabel("Type de pièce")) {
                ul {
                    tab("Toutes", nil)
                    ForEach(types) { type in tab(type.name, type.code) }
                }
            }
            if families.isEmpty {
                EmptyState("Rien ne manque", icon: .check) { p { "Toutes les familles concernées ont envoyé ce qui leur est demandé." } }
            } else {
                if mayRemind { reminding }
                DataTable("Familles à qui il manque une pièce", columns: ["Foyer", "Pièces", "Relance"]) {
                    ForEach(families) { family in MissingRow(family: family, links: frame.links) }
                }
            }
        }
    }

    private var reminding: some HTML {
        Card("Relancer ces familles", icon: .mail) {
            p {
                "Chaque adulte qui a un espace reçoit un courriel avec tout ce qui manque à sa famille. "
                "Une famille relancée depuis moins de trois jours ne l'est pas une seconde fois. "
            }
            if families.contains(where: { !$0.isReachable }) {
                p(.class("hint")) { "\(families.count { !$0.isReachable }) foyers n'ont pas d'espace\u{A0}: appelez-les." }
            }
            form(.method(.post), .action(frame.links.to(DocumentDeskPage.missing(type: type)))) {
                frame.token
                SubmitButton("Relancer par courriel (\(families.count { $0.isReachable }) foyers)", icon: .mail)
            }
        }
    }

    private func tab(_ name: String, _ code: String?) -> some HTML {
        li {
            a(
                .class("button secondary"),
                .href(frame.links.to(DocumentDeskPage.missing(type: code))),
                .ariaCurrent(code == type ? .page : nil)
            ) { name }
        }
    }
}

private struct MissingRow: HTML {
    let family: MissingDocuments
    let links: PortalLinks

    var body: some HTML {
        tr {
            th(.scope(.row)) { a(.href(links.to(.household(family.household)))) { family.householdName } }
            td { ul(.class("plain")) { ForEach(family.documents) { document in li { document } } } }
            td {
                if let reminder = family.reminder {
                    ReminderTag(reminder: reminder)
                } else if family.isReachable {
                    "Jamais relancée"
                } else {
                    StateTag("Sans espace", tone: .warning, icon: .phone)
                }
            }
        }
    }
}

/// When a family was written to, and what became of the mail.
private struct ReminderTag: HTML {
    let reminder: DocumentReminder

    var body: some HTML {
        switch reminder.mail {
        case .sent: StateTag("Relancée le \(reminder.at.frenchNumeric)", tone: .success, icon: .mail)
        case .waiting: StateTag("Courriel en attente", tone: .neutral, icon: .clock)
        case .failed: StateTag("Courriel refusé", tone: .danger)
        }
    }
}
