import PortalCore
import Testing

/// Where a family stands with a document, from what it has sent.
struct DocumentStandingTests {
    private let home = Identifier<Household>(1)
    private let other = Identifier<Household>(2)
    private let subject = DocumentSubject.child(Identifier(7))

    private func fact(_ state: DocumentState, until: String? = nil, of household: Identifier<Household>? = nil) throws -> DocumentFact {
        DocumentFact(
            typeCode: "assurance",
            subject: subject,
            household: household ?? home,
            state: state,
            validUntil: try until.map { try day($0) }
        )
    }

    @Test func `the latest word counts, and a good one counts longest`() throws {
        let today = try day("2026-11-03")
        let cases: [([DocumentFact], DocumentStanding)] = [
            ([], .missing),
            ([try fact(.withdrawn)], .missing),
            ([try fact(.scanning)], .sent),
            ([try fact(.waiting), try fact(.refused)], .sent),
            ([try fact(.refused), try fact(.accepted, until: "2026-10-31")], .refused),
            ([try fact(.withdrawn), try fact(.refused)], .refused),
            ([try fact(.accepted, until: "2026-11-03")], .valid(until: today)),
            ([try fact(.accepted, until: "2026-11-02")], .expired(try day("2026-11-02"))),
            ([try fact(.accepted)], .valid(until: nil)),
            // A renewal that was refused takes nothing away from what is still good.
            ([try fact(.refused), try fact(.accepted, until: "2026-12-01")], .valid(until: try day("2026-12-01"))),
            ([try fact(.accepted, until: "2026-12-01"), try fact(.accepted, until: "2027-08-31")], .valid(until: try day("2027-08-31"))),
            ([try fact(.accepted, until: "2027-08-31"), try fact(.accepted)], .valid(until: nil)),
            ([try fact(.accepted, of: other)], .given(until: nil)),
            ([try fact(.waiting, of: other)], .missing),
            ([try fact(.refused), try fact(.accepted, until: "2027-08-31", of: other)], .given(until: try day("2027-08-31"))),
        ]
        for (facts, expected) in cases { #expect(DocumentStanding(of: facts, households: [home], on: today) == expected, "\(facts)") }
    }

    @Test func `how long each validity lasts, read from its notation and written back`() throws {
        let cases: [(String, String, String?)] = [
            ("illimitée", "2026-11-03", nil),
            ("12 mois", "2026-11-03", "2027-11-03"),
            ("3 mois", "2026-11-30", "2027-02-28"),
            ("année scolaire", "2026-11-03", "2027-08-31"),
            ("année scolaire", "2027-07-31", "2027-08-31"),
            ("année scolaire", "2027-08-01", "2028-08-31"),
            ("jusqu'au 2027-06-30", "2026-11-03", "2027-06-30"),
        ]
        for (notation, sent, last) in cases {
            let validity = try #require(DocumentValidity(notation: notation))
            #expect(validity.notation == notation)
            #expect(validity.lastDay(of: try day(sent)) == (try last.map { try day($0) }), "\(notation)")
        }
        for wrong in ["", "0 mois", "121 mois", "12 ans", "jusqu'au 2027-02-30", "toujours"] { #expect(DocumentValidity(notation: wrong) == nil) }
    }

    @Test func `what is known by its bytes`() throws {
        #expect(FileKind(Array("%PDF-1.7".utf8)) == .pdf)
        #expect(FileKind([0xFF, 0xD8, 0xFF, 0xE1]) == .jpeg)
        #expect(FileKind([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) == .png)
        #expect(FileKind(Array("<html>".utf8)) == nil)
        let photograph: [UInt8] = [0, 0, 0, 0x18] + Array("ftypheic".utf8) + [0, 0, 0, 0]
        do throws(FieldErrors) {
            _ = try FileKind.checked(photograph, DocumentField.files)
            Issue.record("a HEIC photograph was taken")
        } catch {
            #expect(error[DocumentField.files]?.contains("HEIC") == true)
        }
    }
}
