import PortalCore
import Testing

@Suite struct RegistrationCheckingTests {
    @Test func `a complete form passes`() throws {
        try Registration.example().check()
    }

    @Test func `each wrong field has its own sentence and only that field`() {
        let slips: [(Registration.Field, WritableKeyPath<Registration, String>, [String])] = [
            (.title, \.title, ["", "docteur"]),
            (.firstName, \.firstName, ["", "  ", "<b>", "M4rie", "Marie\u{202E}", String(repeating: "a", count: 121)]),
            (.lastName, \.lastName, ["", "--", "Dupont;"]),
            (.street, \.street, ["", "12 rue\u{0}", "\u{200B}"]),
            (.postalCode, \.postalCode, ["", "9107", "ABCDE"]),
            (.city, \.city, [""]),
            (.phone, \.phone, ["", "06 12"]),
            (.email, \.email, ["", "marie@exemple"]),
            (.login, \.login, ["", "ma", "marie dupont", "mariée", String(repeating: "a", count: 65)]),
            (.password, \.password, ["", "Court-1", "toutenminuscules", "marie.Dupont-2026", "Motdepasse2026!", "Azerty123456!", "AaAaAaAa1-1-1-"]),
            (.key, \.key, ["", "ABCD", "0000-0000-0001"]),
        ]
        for (field, path, values) in slips {
            for value in values {
                var form = Registration.example()
                form[keyPath: path] = value
                let error = #expect(throws: FieldErrors.self, "\(field) « \(value) »") { try form.check() }
                #expect(error?.entries.map(\.field) == [field.rawValue], "\(field) « \(value) »")
            }
        }
    }

    @Test func `the sentences come in the order of the form`() {
        let empty = Registration(
            title: "",
            firstName: "",
            lastName: "",
            street: "",
            postalCode: "",
            city: "",
            phone: "",
            email: "",
            login: "",
            password: "",
            key: ""
        )
        let error = #expect(throws: FieldErrors.self) { try empty.check() }
        #expect(error?.entries.map(\.field) == Registration.Field.allCases.map(\.rawValue))
    }

    @Test func `a long phrase or a mixed word is a good password`() {
        for password in ["Vélo-rouge-1789", "la pluie tombe sur les toits gris", "xK9#mQ2$vL7!", "Pommes2Terre&Navets", "4819#27-56!0a"] {
            #expect(PasswordRule.refusal(of: password, login: Login("marie.dupont")) == nil, "\(password)")
        }
    }
}
