import PortalCore

/// Tells somebody that the portal's mails do not arrive, and asks for another address.
struct UnreachableAddressNotice: HTML {
    let address: UnreachableAddress
    let links: PortalLinks

    var body: some HTML {
        HTMLTemplates.Notice(.warning, title: "Nos courriels ne vous arrivent plus") {
            p {
                "L'adresse "
                strong { address.email.text }
                """
                 n'existe plus, d'après son serveur, depuis le \(address.since.dayWords). Nous ne lui écrivons plus\u{A0}: donnez-nous-en une autre. \
                Rien n'est perdu, tous vos messages sont ici.
                """
            }
            ButtonRow {
                LinkButton("Donner une autre adresse", to: links.to(.email), style: .primary, icon: .edit)
                LinkButton("Lire mes messages", to: links.to(.messages), icon: .mail)
            }
        }
    }
}

extension Instant {
    /// "mardi 3 novembre 2026".
    fileprivate var dayWords: String { ParisTime.date(self).french }
}
