import PortalCore
import Testing

@testable import HTMLTemplates

struct RecapPageTests {
    private let late = "Réservable jusqu'au mercredi 28 octobre 2026 à 12 h 00 : délai dépassé."

    @Test func `only what is possible is confirmed`() {
        let html = recap([line(.add, 18, .accepted, 980), line(.cancel, 12, .accepted, 420), line(.add, 4, .refused(late), 980)])
        #expect(html.contains(#"<input type="hidden" name="changement" value="ajout.1.4.2026-11-18">"#))
        #expect(html.contains(#"<input type="hidden" name="changement" value="annulation.1.4.2026-11-12">"#))
        #expect(!html.contains("value=\"ajout.1.4.2026-11-04\""))
        #expect(html.contains(late))
        #expect(html.contains("+\u{A0}5,60\u{A0}€"))
        #expect(html.contains(#"name="cle" value="clé-1""#))
    }

    @Test func `a surcharge is part of the price and is said`() {
        let html = recap([line(.add, 5, .acceptedLate, 210, surcharge: 100)])
        #expect(html.contains("une majoration de 1,00\u{A0}€ est comprise"))
        #expect(html.contains("+\u{A0}3,10\u{A0}€"))
    }

    @Test func `nothing to confirm, no button`() {
        for lines in [[], [line(.add, 4, .refused(late), 980)]] {
            #expect(!recap(lines).contains("Confirmer"))
        }
    }

    @Test func `the answer says what was done and what was not`() {
        let table: [([BookingReviewLine], String)] = [
            ([line(.add, 18, .accepted, 980)], "C'est enregistré"),
            ([line(.add, 18, .accepted, 980), line(.add, 4, .refused(late), 980)], "Enregistré en partie"),
            ([line(.add, 4, .refused(late), 980)], "Rien n'a pu être enregistré"),
            ([line(.add, 4, .alreadySo, 980)], "C'était déjà enregistré"),
        ]
        for (lines, title) in table {
            let request = Request(id: Identifier(7), kind: .bookings, createdAt: PlanningSample().now, lines: lines)
            let model = RequestPage.Model(frame: .sample, request: request, planning: .sample("/p"), home: .sample("/a"), crumbs: [])
            let html = RequestPage(model).rendered
            #expect(html.contains(title))
            #expect(html.contains("Un e-mail de confirmation") == (title == "C'est enregistré"))
        }
    }

    private func recap(_ lines: [BookingReviewLine]) -> String {
        RecapPage(
            RecapPage.Model(
                frame: .sample,
                review: BookingReview(lines: lines),
                confirm: .sample("/c"),
                origin: .planning(.sample("/p")),
                token: FormToken("jeton-1"),
                key: "clé-1",
                crumbs: []
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
