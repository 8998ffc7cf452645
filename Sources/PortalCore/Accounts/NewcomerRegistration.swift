/// "Créer mon espace" without a clé enfance, as somebody typed it. The portal makes the login, so that nobody learns who exists by trying names.
package struct NewcomerRegistration: Hashable, Sendable {
    package var title: String
    package var firstName: String
    package var lastName: String
    package var contacts: OwnContacts
    package var email: String
    package var password: String
    package var family: RecognitionForm

    package init(
        title: String,
        firstName: String,
        lastName: String,
        contacts: OwnContacts,
        email: String,
        password: String,
        family: RecognitionForm
    ) {
        self.title = title
        self.firstName = firstName
        self.lastName = lastName
        self.contacts = contacts
        self.email = email
        self.password = password
        self.family = family
    }

    struct Checked: Sendable {
        let person: AdultDetails
        let email: EmailAddress
        let family: RecognitionForm.Checked
    }

    /// - Throws: a sentence for each wrong field, in the order of the form. The fields of the person are those of `Registration`.
    func checked(today: CivilDate) throws(FieldErrors) -> Checked {
        typealias Field = Registration.Field
        var errors = FieldErrors()
        let title = errors.require(Title(rawValue: title), Field.title, "Choisissez Madame ou Monsieur.")
        let firstName = errors.name(firstName, Field.firstName, missing: "Indiquez votre prénom.")
        let lastName = errors.name(lastName, Field.lastName, missing: "Indiquez votre nom.")
        let contacts = contacts.checked(&errors)
        let email = errors.require(EmailAddress(email), Field.email, EmailAddress.refusal(of: email))
        if let refusal = PasswordRule.refusal(of: password, login: nil) { errors.add(Field.password, refusal) }
        let family = family.checked(&errors, today: today)
        guard errors.isEmpty, let title, let firstName, let lastName, let contacts, let email, let family else { throw errors }
        let person = AdultDetails(
            title: title,
            firstName: firstName,
            lastName: lastName,
            email: email,
            phone: contacts.phone,
            address: contacts.address
        )
        return Checked(person: person, email: email, family: family)
    }
}
