import Synchronization
import Testing

@testable import PortalCore

/// API Particulier's own test cases: what is asked, what is kept of the answer, and the sentence for each failure.
@Suite struct ParticulierClientTests {
    private static let cases = ((try? ParticulierReplay.cases(in: "identite")) ?? []) + ((try? ParticulierReplay.cases(in: "france-connect")) ?? [])
    private static let named = cases.filter { $0.identity != nil }

    private func client(_ exchange: any RemoteExchange) throws -> ParticulierClient {
        let address = try #require(WebAddress("https://particulier.example"))
        let access = ParticulierAccess(address: address, token: ParticulierReplay.token, recipient: ParticulierReplay.recipient)
        return ParticulierClient(access, exchange)
    }

    @Test func `the files are there, and nearly all of them name somebody who can be asked for`() {
        #expect(Self.cases.count == 41)
        #expect(Self.cases.filter { $0.identity == nil }.allSatisfy { $0.status == 404 })
    }

    @Test(arguments: named) func `every case of the staging environment is asked for and read`(_ case: ParticulierReplay.Case) async throws {
        let identity = try #require(`case`.identity)
        let replay = ParticulierReplay(`case`)
        let client = try client(replay)
        if `case`.status == 200 {
            let found = try await client.quotient(of: identity)
            let text = String(decoding: `case`.body, as: UTF8.self)
            // Independently of the reader: the first numbers after the names.
            func number(_ name: String) -> Int? {
                text.firstRange(of: "\"\(name)\":").flatMap { Int(text[$0.upperBound...].drop { $0 == " " }.prefix { $0.isNumber }) }
            }
            #expect(found.value.amount == number("valeur").map { Int64($0) * 100 })
            #expect(found.month.month == number("mois") && found.month.year == number("annee"))
            #expect(found.provider == (text.contains("\"MSA\"") ? .msa : .cnaf))
        } else {
            await #expect(throws: QuotientRefusal(status: `case`.status)) { try await client.quotient(of: identity) }
        }
        let request = try #require(replay.asked.withLock { $0.first })
        #expect(!request.address.contains(ParticulierReplay.token) && request.form == nil)
    }

    @Test(arguments: [
        (400, QuotientRefusal.badIdentity(400)), (401, .misconfigured(401)), (403, .misconfigured(403)), (404, .notFound), (409, .tooMany(409)),
        (422, .badIdentity(422)), (429, .tooMany(429)), (500, .unavailable(500)), (502, .unavailable(502)), (504, .unavailable(504)),
        (302, .unavailable(302)), (200, .withoutQuotient),
    ])
    func `each failure has its sentence, with another way`(_ status: Int, _ refusal: QuotientRefusal) async throws {
        let identity = try #require(Self.named.first?.identity)
        let client = try client(Fixed(RemoteAnswer(status: status, contentType: "text/html", body: Array("<html>".utf8))))
        await #expect(throws: refusal) { try await client.quotient(of: identity) }
        #expect(refusal.french.hasSuffix(".") && refusal.french.count > 40)
    }

    @Test(arguments: [
        #"{"data":{}}"#, #"{"data":{"allocataires":[]}}"#,
        #"{"data":{"quotient_familial":{"fournisseur":"CNAF","valeur":"650","annee":2026,"mois":1}}}"#,
        #"{"data":{"quotient_familial":{"fournisseur":"AUTRE","valeur":650,"annee":2026,"mois":1}}}"#,
        #"{"data":{"quotient_familial":{"fournisseur":"CNAF","valeur":-1,"annee":2026,"mois":1}}}"#,
        #"{"data":{"quotient_familial":{"fournisseur":"CNAF","valeur":650,"annee":2026,"mois":13}}}"#,
    ])
    func `an answer without a quotient that can be is none`(_ body: String) async throws {
        let identity = try #require(Self.named.first?.identity)
        let client = try client(Fixed(RemoteAnswer(status: 200, contentType: "application/json", body: Array(body.utf8))))
        await #expect(throws: QuotientRefusal.withoutQuotient) { try await client.quotient(of: identity) }
    }

    /// One answer to everything.
    struct Fixed: RemoteExchange {
        let answer: RemoteAnswer

        init(_ answer: RemoteAnswer) {
            self.answer = answer
        }

        func answer(to request: RemoteRequest) async throws(RemoteFailure) -> RemoteAnswer { answer }
    }
}
