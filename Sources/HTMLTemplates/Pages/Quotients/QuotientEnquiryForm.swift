package import PortalCore

/// "Demander à la CAF": what is asked, of whom, with what the law wants to be said, and the person's agreement.
package struct QuotientEnquiry: Sendable {
    package enum Reader: Hashable, Sendable {
        /// A parent, about themselves.
        case parent
        /// The desk, about an adult of the family.
        case staff
    }

    package let reader: Reader
    /// Where the form goes.
    package let link: Link
    /// The parent, once FranceConnect has said who it is: nothing is left to be typed.
    package let identity: VerifiedIdentity?
    package let form: FormState

    package init(reader: Reader, link: Link, identity: VerifiedIdentity? = nil, form: FormState) {
        self.reader = reader
        self.link = link
        self.identity = identity
        self.form = form
    }
}

/// The card with that form.
struct QuotientEnquiryCard: HTML {
    let frame: PortalFrame
    let enquiry: QuotientEnquiry

    var body: some HTML {
        Card("Demander à la CAF ou à la MSA", icon: .search) {
            EnquiryInformation(town: frame.settings.name, reader: enquiry.reader)
            HTMLTemplates.form(.method(.post), .action(enquiry.link), .novalidate(), .class("form")) {
                frame.token
                if let identity = enquiry.identity {
                    HTMLTemplates.Notice(.success, title: "Identité confirmée par FranceConnect") { p { identity.french } }
                } else {
                    AllocatairePersonFields(form: enquiry.form)
                    AllocataireBirthFields(form: enquiry.form)
                }
                CheckboxField(AllocataireForm.Field.consent.rawValue, agreement, in: enquiry.form)
                ButtonRow { SubmitButton("Demander le quotient", icon: .search, name: QuotientAct.field, value: QuotientAct.ask.rawValue) }
            }
        }
    }

    private var agreement: String {
        switch enquiry.reader {
        case .parent: "Je suis l'allocataire ou son conjoint, et je demande que mon quotient soit lu."
        case .staff: "La personne, allocataire ou conjointe, a été informée et d'accord."
        }
    }
}

/// What the law wants to be said before: who reads what, why, and the other way.
private struct EnquiryInformation: HTML {
    let town: String
    let reader: QuotientEnquiry.Reader

    var body: some HTML {
        p {
            "\(town) lit le quotient familial auprès de la CAF ou de la MSA, par API Particulier, comme le prévoit l'article L114-8 du code "
            "des relations entre le public et l'administration. Seuls sa valeur, son mois et l'organisme sont gardés\u{A0}; "
            "ce qui est saisi ici ne sert qu'à la demande. Chaque demande est notée au journal."
        }
        if reader == .parent { p(.class("hint")) { "Vous préférez ne pas le demander\u{A0}? Déclarez-le plus bas, avec un justificatif." } }
    }
}

private struct AllocatairePersonFields: HTML {
    let form: FormState

    var body: some HTML {
        RadioGroup(AllocataireForm.Field.title.rawValue, "Civilité", choices: Title.allCases.map { Choice($0.rawValue, $0.french) }, in: form)
        TextField(AllocataireForm.Field.birthName.rawValue, "Nom de naissance", autocomplete: .off, in: form)
        TextField(AllocataireForm.Field.usedName.rawValue, "Nom d'usage", hint: "S'il est différent", isRequired: false, autocomplete: .off, in: form)
        TextField(AllocataireForm.Field.firstNames.rawValue, "Prénoms", hint: "Tous, dans l'ordre de l'état civil", autocomplete: .off, in: form)
        TextField(
            AllocataireForm.Field.birthDay.rawValue,
            "Date de naissance",
            hint: "Par exemple 24/08/1985\u{A0}; l'année seule si le jour est inconnu",
            autocomplete: .off,
            in: form
        )
    }
}

private struct AllocataireBirthFields: HTML {
    let form: FormState

    var body: some HTML {
        TextField(AllocataireForm.Field.commune.rawValue, "Commune de naissance", isRequired: false, autocomplete: .off, in: form)
        TextField(
            AllocataireForm.Field.department.rawValue,
            "Département de naissance",
            kind: .number,
            hint: "Son numéro\u{A0}: 21, 2A, 974",
            isRequired: false,
            autocomplete: .off,
            in: form
        )
        TextField(
            AllocataireForm.Field.country.rawValue,
            "Ou pays de naissance, à l'étranger",
            hint: "Commencez à écrire son nom, puis choisissez-le dans la liste",
            isRequired: false,
            suggestions: BirthCountry.all.map(\.name),
            in: form
        )
    }
}
