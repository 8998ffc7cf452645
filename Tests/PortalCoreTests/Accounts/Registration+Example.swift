import PortalCore

extension Registration {
    /// A form that is right in every field; its key exists in no portal.
    static func example(key: ActivationKey? = nil, login: String = "marie.dupont", firstName: String = "Marie") -> Registration {
        Registration(
            title: "madame",
            firstName: firstName,
            lastName: "Dupont",
            street: "12 rue des Lilas",
            postalCode: "91070",
            city: "Bondoufle",
            phone: "06 12 34 56 78",
            email: "marie.dupont@exemple.fr",
            login: login,
            password: "Vélo-rouge-1789",
            key: (key ?? ActivationKey(from: SystemRandom())).text
        )
    }
}
