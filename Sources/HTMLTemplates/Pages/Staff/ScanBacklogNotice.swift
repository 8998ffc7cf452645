import PortalCore

/// Tells the staff why what families have sent does not come: the antivirus is late.
struct ScanBacklogNotice: HTML {
    let backlog: ScanBacklog

    var body: some HTML {
        HTMLTemplates.Notice(.warning, title: "L'antivirus ne répond pas") {
            p {
                backlog.count == 1 ? "Un fichier attend son analyse" : "\(backlog.count) fichiers attendent leur analyse"
                " depuis le \(backlog.oldest.french). Rien n'est perdu\u{A0}: ce que les familles ont envoyé est gardé, et s'ouvrira dès qu'il "
                "répondra. Prévenez la personne qui s'occupe du serveur."
            }
        }
    }
}
