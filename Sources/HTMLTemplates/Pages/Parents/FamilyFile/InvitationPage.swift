package import PortalCore

/// Lets another adult of the household have an account of its own.
package struct InvitationPage: HTML {
    private let frame: PortalFrame
    private let household: Household
    private let form: FormState

    package init(frame: PortalFrame, household: Household, form: FormState) {
        self.frame = frame
        self.household = household
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.family),
            title: "Inviter l'autre parent",
            introduction: "Chaque adulte a son propre compte. La personne invitée reçoit une clé enfance par courriel et crée son espace.",
            crumbs: [frame.homeCrumb, Crumb("Ma famille", frame.links.to(.family))],
            form: form
        ) {
            HTMLTemplates.Notice(.warning, title: "Vous vivez séparés\u{A0}?") {
                p {
                    "La personne invitée rejoint votre foyer «\u{A0}\(household.name)\u{A0}»\u{A0}: elle verra son adresse et ses demandes. "
                        + "Pour un parent qui a son propre logement, demandez plutôt au service de lui ouvrir son foyer."
                }
            }
            Card("Invitation", icon: .mail) {
                HTMLTemplates.form(.method(.post), .action(frame.links.to(.invitation(household.id))), .novalidate(), .class("form")) {
                    frame.token
                    TextField(InvitationForm.email, "Adresse e-mail de la personne", kind: .email, autocomplete: .off, in: form)
                    SubmitButton("Envoyer la clé enfance", icon: .mail)
                }
            }
        }
    }
}
