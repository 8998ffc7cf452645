import PortalCore
import Testing

@Suite struct ContactValueTests {
    @Test func `an e-mail address is kept as typed but for its domain`() {
        let readings = [
            ("marie.dupont@exemple.fr", "marie.dupont@exemple.fr"),
            ("  Marie+ecole@Exemple.FR ", "Marie+ecole@exemple.fr"),
            ("o'neill@mail.exemple.org", "o'neill@mail.exemple.org"),
        ]
        for (typed, kept) in readings { #expect(EmailAddress(typed)?.text == kept) }
        #expect(EmailAddress("a@exemple.fr")?.domain == "exemple.fr")
    }

    @Test func `an address to which no mail arrives is refused`() {
        let refused = [
            "", "marie", "marie@", "@exemple.fr", "marie@exemple", "marie@@exemple.fr", "marie dupont@exemple.fr", "marie@exemple..fr",
            "marie.@exemple.fr", ".marie@exemple.fr", "marie@-exemple.fr", "marie@exemple.fr\r\nBcc: x@y.fr", "marié@exemple.fr", "marie@127.0.0.1",
            "\"marie\"@exemple.fr", "marie@exemple.f", String(repeating: "a", count: 65) + "@exemple.fr",
        ]
        for typed in refused { #expect(EmailAddress(typed) == nil, "\(typed)") }
    }

    @Test func `a telephone number is read in every usual spelling and written the French way`() {
        for typed in [
            "0612345678", "06 12 34 56 78", "06.12.34.56.78", "+33 6 12 34 56 78", "+33 (0)6 12 34 56 78", "0033612345678", "06-12-34-56-78",
        ] {
            #expect(PhoneNumber(typed)?.international == "+33612345678", "\(typed)")
        }
        #expect(PhoneNumber("0612345678")?.french == "06\u{A0}12\u{A0}34\u{A0}56\u{A0}78")
        #expect(PhoneNumber("+352 621 123 456")?.french == "+352621123456")
        for typed in ["", "06 12 34 56", "06 12 34 56 789", "00", "abc", "+", "06 12 34 56 7a", "1234567890", "+3361234567", "٠٦١٢٣٤٥٦٧٨"] {
            #expect(PhoneNumber(typed) == nil, "\(typed)")
        }
    }

    @Test func `a postal code has five digits and an existing department`() {
        for typed in ["91070", "91 070", "20000", "97400", "01000"] { #expect(PostalCode(typed) != nil, "\(typed)") }
        for typed in ["", "9107", "910700", "00100", "96000", "99999", "2A004", "٩١٠٧٠"] { #expect(PostalCode(typed) == nil, "\(typed)") }
    }

    @Test func `the same name written twice has one key`() {
        let same = [
            ("Anne-Loïse", "LE GOFF", "anne loise", "Le Goff"), ("Zoë", "D'Œuvre", "ZOE", "d’oeuvre"), ("François", "Müller", "francois", "MULLER"),
            ("Ngô", "Nguyễn", "ngo", "nguyen"), ("e\u{301}ric", "Noël", "Éric", "Noel"),
        ]
        for (first, last, otherFirst, otherLast) in same {
            #expect(NameKey(firstName: first, lastName: last) == NameKey(firstName: otherFirst, lastName: otherLast), "\(first) \(last)")
        }
        #expect(NameKey(firstName: "Marie", lastName: "Dupont") != NameKey(firstName: "Marie", lastName: "Dupond"))
        #expect(NameKey(firstName: "Ann", lastName: "Eblanc") != NameKey(firstName: "Anne", lastName: "Blanc"))
    }

    @Test func `a child gets older on its birthday`() throws {
        let leap = try #require(CivilDate(year: 2020, month: 2, day: 29))
        let child = Child(id: Identifier(1), firstName: "Léa", lastName: "Petit", birthDay: leap, schooling: Schooling())
        let ages = [("2020-02-29", 0), ("2021-02-28", 0), ("2021-03-01", 1), ("2024-02-28", 3), ("2024-02-29", 4)]
        for (day, age) in ages { #expect(child.age(on: try #require(CivilDate(iso: day))) == age, "\(day)") }
    }
}
