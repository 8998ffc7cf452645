/// The recovery codes, shown once, to be printed or copied.
package struct RecoveryCodesPage: HTML {
    private let frame: PortalFrame
    private let codes: [String]
    private let crumbs: [Crumb]
    private let next: Link

    /// - Parameter next: where to go on to.
    package init(frame: PortalFrame, codes: [String], crumbs: [Crumb], next: Link) {
        self.frame = frame
        self.codes = codes
        self.crumbs = crumbs
        self.next = next
    }

    package var body: some HTML {
        PageLayout(
            frame.around(),
            title: "Vos codes de secours",
            introduction: "La double authentification est activée. Gardez ces codes\u{A0}: vous ne les verrez plus.",
            crumbs: crumbs
        ) {
            Card("Dix codes, chacun sert une fois", icon: .key) {
                p { "Si vous n'avez plus votre téléphone, l'un d'eux remplace le code de l'application. Imprimez-les, ou recopiez-les en lieu sûr." }
                ul(.class("secrets")) { ForEach(codes) { text in li { code(.class("secret")) { text } } } }
                ButtonRow { LinkButton("C'est noté, continuer", to: next, style: .primary) }
            }
        }
    }
}
