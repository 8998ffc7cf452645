/// Where an adult lives and is called, as the adult has typed it.
package struct OwnContacts: Hashable, Sendable {
    package var street: String
    package var postalCode: String
    package var city: String
    package var phone: String

    package init(street: String, postalCode: String, city: String, phone: String) {
        self.street = street
        self.postalCode = postalCode
        self.city = city
        self.phone = phone
    }

    /// What the portal has on file.
    package init(of adult: Adult) {
        let (address, phone) = (adult.address, adult.phone?.french ?? "")
        self.init(street: address.street, postalCode: address.postalCode.digits, city: address.city, phone: phone)
    }

    /// The form's fields, in its order; the raw values are their names in the form.
    package enum Field: String, CaseIterable, Hashable, Sendable {
        case street, postalCode, city, phone
    }

    /// Contacts that can be what they say.
    package struct Checked: Hashable, Sendable {
        package let address: PostalAddress
        package let phone: PhoneNumber
    }
}

extension OwnContacts {
    /// Notes a sentence for each wrong field; nil when there is one.
    func checked(_ errors: inout FieldErrors) -> Checked? {
        let street = errors.line(street, Field.street, missing: "Indiquez le numéro et la rue.")
        let postalCode = errors.require(
            PostalCode(postalCode),
            Field.postalCode,
            postalCode.isEmpty ? "Indiquez le code postal." : "Le code postal a cinq chiffres, par exemple 91070."
        )
        let city = errors.line(city, Field.city, missing: "Indiquez la commune.")
        let phone = errors.require(PhoneNumber(phone), Field.phone, phoneMessage)
        guard let street, let postalCode, let city, let phone else { return nil }
        return Checked(address: PostalAddress(street: street, postalCode: postalCode, city: city), phone: phone)
    }

    private var phoneMessage: String {
        phone.isEmpty
            ? "Indiquez un numéro de téléphone."
            : "Ce numéro de téléphone n'est pas complet. Exemples\u{A0}: 06\u{A0}12\u{A0}34\u{A0}56\u{A0}78 ou +352\u{A0}621\u{A0}123\u{A0}456."
    }
}

extension EmailAddress {
    /// What to say of something typed that is no address.
    static func refusal(of typed: String) -> String {
        typed.isEmpty ? "Indiquez une adresse e-mail." : "Cette adresse e-mail n'est pas valable. Exemple\u{A0}: prenom.nom@exemple.fr."
    }
}
