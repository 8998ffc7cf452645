/// The way in through FranceConnect, in its fixed words, with the link that explains it.
///
/// A link and not a form: the browser leaves for another site, where forms of this one may not lead (`form-action`).
struct FranceConnectButton: HTML {
    private let link: Link

    /// - Parameter link: the page that leaves for FranceConnect.
    init(_ link: Link) {
        self.link = link
    }

    var body: some HTML {
        ButtonRow {
            a(.class("button franceconnect"), .href(link)) {
                "S'identifier avec "
                strong { "FranceConnect" }
            }
            if let help = Link(website: "https://franceconnect.gouv.fr/") {
                LinkButton("Qu'est-ce que FranceConnect\u{A0}?", to: help, style: .quiet, icon: .help)
            }
        }
    }
}
