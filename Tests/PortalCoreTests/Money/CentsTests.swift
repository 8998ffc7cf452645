import PortalCore
import Testing

struct CentsTests {
    @Test func `an amount is read in euros, with a comma or a point`() {
        for (text, amount) in [("4,20", 420), ("4.20", 420), ("4,2", 420), ("4", 400), ("0,05", 5), ("0", 0), ("9999999,99", 999_999_999)] {
            #expect(Cents(euros: text)?.amount == Int64(amount))
        }
        for text in ["", ",", "4,", ",20", "4,205", "4,2,0", "1 000", "-4", "+4", "4 €", "10000000", "4.2,0", "99999999999999999999"] {
            #expect(Cents(euros: text) == nil, "\(text)")
        }
    }

    @Test func `an amount is written in French, and reads back from its notation`() {
        for (amount, text) in [(420, "4,20\u{A0}€"), (5, "0,05\u{A0}€"), (-420, "−4,20\u{A0}€"), (0, "0,00\u{A0}€")] {
            #expect(Cents(Int64(amount)).french == text)
        }
        for amount in 0..<2000 where Cents(euros: Cents(Int64(amount)).notation) != Cents(Int64(amount)) { Issue.record("\(amount)") }
    }

    @Test func `a percentage is rounded to the nearest cent, half away from zero`() {
        for (amount, rate, result) in [
            (415, 20, 83), (415, 10, 42), (414, 10, 41), (-415, 10, -42), (-414, 10, -41), (1, 49, 0), (1, 50, 1), (420, 0, 0),
        ] {
            #expect(Cents(Int64(amount)).percent(rate) == Cents(Int64(result)))
        }
    }

    @Test func `a late surcharge is a part of the price or an amount`() {
        #expect(LateSurcharge.percent(20).surcharge(on: Cents(415)) == Cents(83))
        #expect(LateSurcharge.amount(Cents(150)).surcharge(on: Cents(415)) == Cents(150))
    }
}
