package import PortalCore

/// "Créer mon espace" without a clé enfance: who one is, how one will sign in, who the children are.
package struct NewcomerPage: HTML {
    private let frame: PortalFrame
    private let form: FormState
    private let identity: VerifiedIdentity?

    /// - Parameter identity: what FranceConnect has proven of the reader, attached to the account.
    package init(frame: PortalFrame, form: FormState, identity: VerifiedIdentity? = nil) {
        self.frame = frame
        self.form = form
        self.identity = identity
    }

    package var body: some HTML {
        PageLayout(
            frame.around(),
            title: "Créer mon espace sans clé enfance",
            introduction: "Vous êtes nouveau dans la commune, ou sans clé\u{A0}? Le service reliera votre espace à votre famille.",
            crumbs: [Crumb(frame.settings.shortName, frame.links.to(.welcome)), Crumb("Créer mon espace", frame.links.to(.registration))],
            form: form
        ) {
            if let identity { ArrivalNotice(frame: frame, identity: identity) }
            HTMLTemplates.form(.method(.post), .action(frame.links.to(.newcomer)), .novalidate(), .class("form stack")) {
                frame.token
                Card("1. Vos coordonnées", icon: .user) {
                    IdentityFields(form: form)
                    OwnContactFields(form: form)
                    TextField(Registration.Field.email.rawValue, "Adresse e-mail", kind: .email, autocomplete: .email, in: form)
                }
                Card("2. Votre mot de passe", icon: .key) {
                    TextField(
                        Registration.Field.password.rawValue,
                        "Mot de passe",
                        kind: .password,
                        hint: PasswordRule.french,
                        autocomplete: .newPassword,
                        in: form
                    )
                    p(.class("hint")) { "Votre identifiant vous est envoyé par courriel." }
                }
                Card("3. Vos enfants", icon: .family) { RecognitionFields(form: form) }
                SubmitButton("Créer mon espace")
            }
        }
    }
}
