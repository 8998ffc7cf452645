import PortalCore
import Testing

@Suite struct FamilyQuotientTests {
    @Test func `the quotient follows the CAF's formula`() {
        // A year's income and a month's benefits in cents, children, of them with a disability; parts in halves, quotient in cents.
        let families: [(Int64, Int64, Int, Int, Int, Int64)] = [
            (30_000_00, 141_00, 2, 0, 6, 880_33), (0, 0, 0, 0, 4, 0), (24_000_00, 0, 1, 0, 5, 800_00), (24_000_00, 0, 3, 0, 8, 500_00),
            (24_000_00, 0, 4, 0, 9, 444_44), (24_000_00, 300_00, 2, 1, 7, 657_14), (12_345_67, 89_10, 5, 2, 12, 186_32),
        ]
        for (income, benefits, children, disabled, halves, value) in families {
            let quotient = FamilyQuotient(
                annualIncome: Cents(income),
                monthlyBenefits: Cents(benefits),
                children: children,
                disabledChildren: disabled
            )
            #expect(quotient.halfParts == halves && quotient.value == Cents(value), "\(income) \(children)")
        }
    }

    @Test func `it says how it was computed`() {
        let quotient = FamilyQuotient(annualIncome: Cents(30_000_00), monthlyBenefits: Cents(141_00), children: 2, disabledChildren: 0)
        #expect(quotient.steps.count == 4)
        #expect(quotient.steps[2] == "Parts\u{A0}: 2 pour le ou les parents + ½ pour le 1er enfant + ½ pour le 2e enfant = 3")
        #expect(quotient.steps[3].hasSuffix("= 880,33\u{A0}€"))
    }

    @Test func `amounts are read as people type them, and what cannot be one comes back`() throws {
        func form(_ income: String, _ benefits: String, _ children: String, _ disabled: String) -> QuotientForm {
            let values = ["revenus": income, "prestations": benefits, "enfants": children, "handicap": disabled]
            return QuotientForm { values[$0.rawValue] ?? "" }
        }
        let read = try form("30 000,5 €", "141", "2", "0").checked()
        #expect(read.annualIncome == Cents(30_000_50) && read.monthlyBenefits == Cents(141_00))
        let wrong: [(QuotientForm, [String])] = [
            (form("", "", "", ""), ["revenus", "prestations", "enfants", "handicap"]), (form("-1", "0", "1", "0"), ["revenus"]),
            (form("1", "0", "16", "0"), ["enfants"]), (form("1", "0", "1", "2"), ["handicap"]),
        ]
        for (form, fields) in wrong {
            do {
                _ = try form.checked()
                Issue.record("accepted")
            } catch { #expect(error.entries.map(\.field) == fields) }
        }
    }

    @Test func `the school year changes on the first of August`() throws {
        for (day, year) in [("2026-07-31", 2025), ("2026-08-01", 2026), ("2027-01-15", 2026)] {
            #expect(FamilyCheckService.schoolYear(on: try #require(CivilDate(iso: day))) == year)
        }
    }
}
