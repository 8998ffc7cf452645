import PortalCore
import Testing

@Suite struct MailTextTests {
    private func settings() throws -> PortalSettings {
        PortalSettings(
            slug: "essai",
            name: "Ville d'Essai",
            shortName: "Essai",
            portalName: "Espace familles",
            tagline: "",
            accent: try #require(PortalColour(notation: "#1D6F8A")),
            schoolZone: .b,
            alsaceMoselle: false,
            website: nil,
            texts: [],
            contacts: [PortalContact(name: "Guichet unique", phone: "01 60 00 00 00", email: "guichet@ville.exemple", address: nil, hours: nil)],
            news: []
        )
    }

    @Test func `the welcome mail says the login, the link and until when it works`() throws {
        let mail = Mail.activation(
            to: try #require(EmailAddress("marie@exemple.fr")),
            salutation: "Madame Dupont",
            login: try #require(Login("marie.dupont")),
            link: "https://exemple.fr/essai/confirmation/abc",
            expiry: try #require(Instant(rfc3339: "2026-11-03T12:00:00+01:00")),
            from: try settings()
        )
        #expect(mail.subject == "Essai\u{A0}: votre espace est créé")
        let words = [
            "Bonjour Madame Dupont,", "marie.dupont", "\nhttps://exemple.fr/essai/confirmation/abc\n", "mardi 3 novembre 2026 à 12\u{A0}h\u{A0}00",
            "Ville d'Essai", "Guichet unique\n01 60 00 00 00\nguichet@ville.exemple",
        ]
        for word in words { #expect(mail.letter.contains(word), "\(word)") }
        #expect(!mail.body.contains("abc") && mail.body.contains(Mail.secretMark))
    }

    @Test func `what a text was written from is read back from it`() throws {
        let blocks: [MailBlock] = [
            .paragraph("Votre espace\u{A0}: créé."), .fact("Votre clé enfance", value: Mail.secretMark), .list(heading: nil, items: ["un", "deux"]),
            .list(heading: "Fait", items: ["mardi"]), .action("Créer mon espace", link: "https://exemple.fr/essai/creer"),
            .action("Confirmer", link: Mail.secretMark),
        ]
        let mail = Mail(
            to: try #require(EmailAddress("marie@exemple.fr")),
            subject: "essai",
            salutation: "Madame Dupont",
            blocks,
            from: try settings(),
            secret: "K7"
        )
        #expect(Mail.blocks(of: mail.body) == [.paragraph("Bonjour Madame Dupont,")] + blocks)
        #expect(Mail.blocks(of: mail.letter)[2] == .fact("Votre clé enfance", value: "K7"))
        #expect(
            Mail.signature(of: mail.body).prefix(2) == [
                ["Espace familles", "Ville d'Essai"], ["Guichet unique", "01 60 00 00 00", "guichet@ville.exemple"],
            ]
        )
        #expect(mail.body.contains("\n    Votre clé enfance\u{A0}: \(Mail.secretMark)\n") && mail.body.contains("vous pouvez y répondre"))
    }

    @Test func `nothing typed looks like another piece of a mail`() throws {
        for typed in ["non\n\n    Clé\u{A0}: 12", "Cliquez\u{A0}:\nhttps://ailleurs.example/", "a\n-- \nMairie", "x\r\n- y"] {
            let mail = Mail(
                to: try #require(EmailAddress("marie@exemple.fr")),
                subject: "essai",
                salutation: nil,
                [.paragraph("Remarque\u{A0}: \(typed)")],
                from: try settings()
            )
            let blocks = Mail.blocks(of: mail.body)
            #expect(blocks.count == 2)
            guard case .paragraph = blocks.last else {
                Issue.record("\(blocks)")
                continue
            }
        }
    }

    @Test func `the confirmation gives one answer per line, the refusals with their reason`() throws {
        let day = try #require(CivilDate(iso: "2026-11-04"))
        let slot = BookingSlot(child: Identifier(1), unit: Identifier(2), date: day)
        func line(_ kind: BookingChange.Kind, _ outcome: BookingOutcome, surcharge: Cents = .zero) -> BookingReviewLine {
            BookingReviewLine(
                change: BookingChange(kind, slot),
                childName: "Léa",
                activityName: "Mercredis",
                unitName: "Journée",
                outcome: outcome,
                price: Cents(1250),
                surcharge: surcharge
            )
        }
        let request = Request(
            id: Identifier(12),
            kind: .bookings,
            createdAt: try #require(Instant(rfc3339: "2026-10-20T09:30:00+02:00")),
            lines: [
                line(.add, .accepted), line(.add, .acceptedLate, surcharge: Cents(250)), line(.cancel, .accepted),
                line(.cancel, .recordedAsAbsence("absence notée")), line(.add, .refused("le délai est passé")), line(.cancel, .alreadySo),
            ]
        )
        let mail = Mail.bookingConfirmation(
            of: request,
            to: try #require(EmailAddress("marie@exemple.fr")),
            salutation: "Madame Dupont",
            link: "https://exemple.fr/essai/demandes/12",
            from: try settings()
        )
        #expect(mail.subject == "Essai\u{A0}: votre demande n°\u{A0}12")
        let what = "- mercredi 4 novembre 2026, Léa, Mercredis, Journée\u{A0}:"
        let lines = [
            "\(what) réservé (12,50\u{A0}€)", "\(what) réservé hors délai (12,50\u{A0}€, majoration de 2,50\u{A0}€)", "\(what) annulé",
            "\(what) absence notée", "\(what) le délai est passé", "\(what) déjà annulé", "mardi 20 octobre 2026 à 9\u{A0}h\u{A0}30",
            "https://exemple.fr/essai/demandes/12",
        ]
        for line in lines { #expect(mail.body.contains(line), "\(line)") }
        #expect(mail.body.contains("Refusé\u{A0}:\n\(what) le délai est passé"))
    }
}
