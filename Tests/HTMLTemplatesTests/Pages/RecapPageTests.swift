import PortalCore
import Testing

@testable import HTMLTemplates

struct RecapPageTests {
    private let late = "Réservable jusqu'au mercredi 28 octobre 2026 à 12 h 00 : délai dépassé."

    @Test func `only what is possible is confirmed`() throws {
        let html = try recap([line(.add, 18, .accepted, 980), line(.cancel, 12, .accepted, 420), line(.add, 4, .refused(late), 980)])
        #expect(html.contains(#"<input type="hidden" name="changement" value="ajout.1.4.2026-11-18">"#))
        #expect(html.contains(#"<input type="hidden" name="changement" value="annulation.1.4.2026-11-12">"#))
        #expect(!html.contains("value=\"ajout.1.4.2026-11-04\""))
        #expect(html.contains(late))
        #expect(html.contains("+\u{A0}5,60\u{A0}€"))
        #expect(html.contains(#"name="cle" value="clé-1""#))
    }

    @Test func `a surcharge is part of the price and is said`() throws {
        let html = try recap([line(.add, 5, .acceptedLate, 210, surcharge: 100)])
        #expect(html.contains("une majoration de 1,00\u{A0}€ est comprise"))
        #expect(html.contains("+\u{A0}3,10\u{A0}€"))
    }

    @Test func `nothing to confirm, no button`() throws {
        for lines in [[], [line(.add, 4, .refused(late), 980)]] {
            #expect(try !recap(lines).contains("Confirmer"))
        }
    }

    @Test func `the staff's recap sends what is full along, and asks why`() throws {
        let full = line(.add, 4, .refused("Complet"), 980)
        var late = line(.add, 5, .accepted, 980)
        late.passedLimit = "Délai dépassé"
        let terms = DeskTermsForm(overbookable: [full.change], form: FormState())
        let html = try recap([line(.add, 18, .accepted, 980), late, full], terms: terms)
        for text in ["value=\"ajout.1.4.2026-11-04", "Réserver au-delà de la capacité", "Motif", "Confirmer ces 3 changements", "hors délai (1)"] {
            #expect(html.contains(text), "\(text)")
        }
    }

    @Test func `the answer says what was done and what was not`() throws {
        let table: [([BookingReviewLine], String)] = [
            ([line(.add, 18, .accepted, 980)], "C'est enregistré"),
            ([line(.add, 18, .accepted, 980), line(.add, 4, .refused(late), 980)], "Enregistré en partie"),
            ([line(.add, 4, .refused(late), 980)], "Rien n'a pu être enregistré"),
            ([line(.add, 4, .alreadySo, 980)], "C'était déjà enregistré"),
        ]
        for (lines, title) in table {
            let request = Request(id: Identifier(7), kind: .bookings, createdAt: PlanningSample().now, lines: lines)
            let html = RequestPage(frame: try .sample, request: request).rendered
            #expect(html.contains(title))
            #expect(html.contains("Un e-mail de confirmation") == (title == "C'est enregistré"))
        }
    }

    private func recap(_ lines: [BookingReviewLine], terms: DeskTermsForm? = nil) throws -> String {
        RecapPage(
            RecapPage.Model(
                booking: FamilyFrame(try .sample),
                review: BookingReview(lines: lines),
                origin: .planning(nil),
                key: "clé-1",
                terms: terms
            )
        ).rendered
    }

    private func line(
        _ kind: BookingChange.Kind,
        _ day: Int,
        _ outcome: BookingOutcome,
        _ price: Int64,
        surcharge: Int64 = 0
    ) -> BookingReviewLine {
        BookingReviewLine(
            change: BookingChange(kind, BookingSlot(child: Identifier(1), unit: Identifier(4), date: PlanningSample.day(day))),
            childName: "Léa",
            activityName: "Mercredis",
            unitName: "Journée avec repas",
            outcome: outcome,
            price: Cents(price),
            surcharge: Cents(surcharge)
        )
    }
}
