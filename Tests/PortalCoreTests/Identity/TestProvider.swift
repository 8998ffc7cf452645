import Synchronization

@testable import PortalCore

/// An identity provider that answers from memory, as the test tells it to.
final class TestProvider: RemoteExchange {
    struct State {
        /// What the discovery document says that is not said otherwise.
        var algorithms = ["RS256", "ES256", "HS256"]
        var published: [TestKey] = []
        /// Makes the identity token of its claims.
        var idToken: @Sendable (String) -> String = { $0 }
        /// Makes the signed answer about the person of its claims.
        var person: @Sendable (String) -> String = { $0 }
        /// Claims that differ from good ones, as JSON; an empty text leaves a claim out.
        var claims: [String: String] = [:]
        var personClaims: [String: String] = [:]
        var personType = "application/jwt"
        var codeIsGood = true
        var isAway = false
        var takesProof = false
        var requests: [RemoteRequest] = []
        /// Learnt from the address where the browser was sent.
        var nonce = ""
    }

    static let issuer = "https://fc.example/api/v2"
    let state = Mutex(State())
    let clock: MovableClock
    let subject: String

    init(_ keys: [TestKey], clock: MovableClock, subject: String = "sub-1") {
        self.clock = clock
        self.subject = subject
        state.withLock { state in
            state.published = keys
            if let key = keys.first {
                state.idToken = { key.token($0) }
                state.person = { key.token($0) }
            }
        }
    }

    var provider: IdentityProvider {
        get throws {
            guard let issuer = WebAddress(TestProvider.issuer) else { throw DatabaseError.other("no address") }
            return IdentityProvider(issuer: issuer, client: "portail", secret: "s3cret-of-the-client")
        }
    }

    func answer(to request: RemoteRequest) async throws(RemoteFailure) -> RemoteAnswer {
        let now = clock.now.seconds
        let answer: RemoteAnswer? = state.withLock { state in
            state.requests.append(request)
            if state.isAway { return nil }
            let path = request.address.dropFirst(TestProvider.issuer.count)
            switch path {
            case "/.well-known/openid-configuration": return json(discovery(state))
            case "/jwks": return json(#"{"keys":[\#(state.published.map(\.published).joined(separator: ","))]}"#)
            case "/token":
                guard state.codeIsGood else { return json(#"{"error":"invalid_grant"}"#, status: 400) }
                let claims = TestProvider.object(common(now).merging(["nonce": "\"\(state.nonce)\"", "acr": "\"eidas1\""]) { $1 }, state.claims)
                return json(#"{"access_token":"at","token_type":"Bearer","id_token":"\#(state.idToken(claims))"}"#)
            case "/userinfo":
                let claims = TestProvider.object(common(now).merging(TestProvider.angela) { $1 }, state.personClaims)
                return RemoteAnswer(status: 200, contentType: state.personType, body: Array(state.person(claims).utf8))
            default: return RemoteAnswer(status: 404, contentType: "text/html", body: [])
            }
        }
        guard let answer else { throw .unreachable("Connection refused") }
        return answer
    }

    private func common(_ now: Int64) -> [String: String] {
        ["iss": "\"\(TestProvider.issuer)\"", "aud": "\"portail\"", "sub": "\"\(subject)\"", "iat": "\(now)", "exp": "\(now + 60)"]
    }

    private static let angela = [
        "given_name": "\"Angela Claire Louise\"", "family_name": "\"Dubois\"", "birthdate": "\"1962-08-24\"", "gender": "\"female\"",
        "birthplace": "\"75107\"", "birthcountry": "\"99100\"", "email": "\"angela@courriel.example\"",
    ]

    private func discovery(_ state: State) -> String {
        let algorithms = state.algorithms.map { "\"\($0)\"" }.joined(separator: ",")
        let proof = state.takesProof ? #","code_challenge_methods_supported":["S256"]"# : ""
        let ends = [("authorization", "authorize"), ("token", "token"), ("userinfo", "userinfo"), ("end_session", "session/end")]
        let endpoints = ends.map { #""\#($0)_endpoint":"\#(TestProvider.issuer)/\#($1)","# }.joined()
        return #"{\#(endpoints)"issuer":"\#(TestProvider.issuer)","jwks_uri":"\#(TestProvider.issuer)/jwks","#
            + #""id_token_signing_alg_values_supported":[\#(algorithms)]\#(proof)}"#
    }

    private func json(_ text: String, status: Int = 200) -> RemoteAnswer {
        RemoteAnswer(status: status, contentType: "application/json; charset=utf-8", body: Array(text.utf8))
    }

    private static func object(_ claims: [String: String], _ others: [String: String]) -> String {
        let all = claims.merging(others) { $1 }.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
        return "{\(all.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ","))}"
    }
}
