extension Registration {
    /// A registration whose every field can be what it says.
    struct Checked: Sendable {
        let person: AdultDetails
        let email: EmailAddress
        let phone: PhoneNumber
        let login: Login
        let password: String
        let key: ActivationKey
    }

    /// Checks everything that can be said without the database.
    ///
    /// - Throws: one sentence for each field that is wrong, in the order of the form.
    package func check() throws(FieldErrors) {
        _ = try checked()
    }

    func checked() throws(FieldErrors) -> Checked {
        var errors = FieldErrors()
        let title = errors.require(Title(rawValue: title), Field.title, "Choisissez Madame ou Monsieur.")
        let firstName = errors.name(firstName, Field.firstName, missing: "Indiquez votre prénom.")
        let lastName = errors.name(lastName, Field.lastName, missing: "Indiquez votre nom.")
        let contacts = OwnContacts(street: street, postalCode: postalCode, city: city, phone: phone).checked(&errors)
        let email = errors.require(EmailAddress(email), Field.email, EmailAddress.refusal(of: email))
        let login = errors.require(Login(login), Field.login, loginMessage)
        if let login, login.text.contains("@"), login.text != email?.text.lowercased() {
            errors.add(Field.login, "Un identifiant qui contient @ doit être votre propre adresse e-mail.")
        }
        if let refusal = PasswordRule.refusal(of: password, login: login) { errors.add(Field.password, refusal) }
        let key = errors.require(ActivationKey(key), Field.key, (key.isEmpty ? ActivationKeyRefusal.empty : .mistyped).french)
        guard errors.isEmpty, let title, let firstName, let lastName, let contacts, let email, let login, let key else { throw errors }
        let person = AdultDetails(
            title: title,
            firstName: firstName,
            lastName: lastName,
            email: email,
            phone: contacts.phone,
            address: contacts.address
        )
        return Checked(person: person, email: email, phone: contacts.phone, login: login, password: password, key: key)
    }

    private var loginMessage: String {
        login.isEmpty
            ? "Choisissez un identifiant."
            : "L'identifiant a de 3 à 64 caractères\u{A0}: lettres sans accent, chiffres, point, tiret, tiret bas et @."
    }
}

extension FieldErrors {
    private static let longestLine = 120

    /// A line of text: its white space made single spaces, nothing that cannot be printed.
    mutating func line(_ typed: String, _ field: some RawRepresentable<String>, missing: String) -> String? {
        let line = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if line.isEmpty {
            add(field, missing)
        } else if line.count > FieldErrors.longestLine || line.utf8.count > 4 * FieldErrors.longestLine {
            add(field, "Ce texte est trop long\u{A0}: \(FieldErrors.longestLine) caractères au plus.")
        } else if line.unicodeScalars.contains(where: { $0.isUnprintable }) {
            add(field, "Ce texte contient un caractère qui ne s'écrit pas.")
        } else {
            return line
        }
        return nil
    }

    /// A line made of letters and of what joins them in a name.
    mutating func name(_ typed: String, _ field: some RawRepresentable<String>, missing: String) -> String? {
        guard let line = line(typed, field, missing: missing) else { return nil }
        guard line.contains(where: \.isLetter), line.allSatisfy({ $0.isLetter || " '’-.".contains($0) }) else {
            add(field, "Un nom s'écrit avec des lettres, des espaces, des traits d'union et des apostrophes.")
            return nil
        }
        return line
    }
}

extension Unicode.Scalar {
    /// Whether it is a control, or one of the invisible characters that change the direction of a text or hide in it.
    fileprivate var isUnprintable: Bool {
        switch properties.generalCategory {
        case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
