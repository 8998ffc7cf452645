import Synchronization
import Testing

@testable import PortalCore

/// What FranceConnect's tokens must be to be believed, against a provider that may say anything.
@Suite struct ProviderClientTests {
    private static let rsa = try? TestKey(.rsa, named: "rsa-1")
    private static let curve = try? TestKey(.curve, named: "ec-1")
    private static let stranger = try? TestKey(.rsa, named: "rsa-1")
    private static let next = try? TestKey(.rsa, named: "rsa-2")

    private struct Talk {
        let provider: TestProvider
        let client: ProviderClient
        let secrets = IdentityRequest.Secrets(from: SystemRandom())

        init(_ keys: [TestKey?], _ change: (inout TestProvider.State) -> Void = { _ in }) throws {
            provider = TestProvider(keys.compactMap(\.self), clock: MovableClock(Instant(seconds: 1_795_165_200)))
            client = ProviderClient(try provider.provider, provider, clock: provider.clock)
            provider.state.withLock { state in
                state.nonce = secrets.nonce
                change(&state)
            }
        }

        func person() async throws -> ProviderClient.Proven {
            try await client.person(code: "code", secrets, returnTo: "https://famille.example/bondoufle/franceconnect/retour")
        }

        func refusal() async -> String? {
            do {
                _ = try await person()
                return nil
            } catch let IdentityRefusal.unverified(word) {
                return word
            } catch {
                return "\(error)"
            }
        }
    }

    @Test func `good tokens say who it is, signed with either kind of key or with the client's secret`() async throws {
        for key in [Self.rsa, Self.curve] {
            let proven = try await Talk([key]).person()
            #expect(proven.subject == "sub-1")
            #expect(proven.identity.french == "Angela Claire Louise Dubois, née le 24 août 1962")
            #expect(proven.identity.birthPlace == "75107")
            #expect(VerifiedIdentity(sealedText: proven.identity.sealedText) == proven.identity)
        }
        let shared = try Talk([Self.rsa]) { $0.idToken = { TestKey.token($0, secret: Array("s3cret-of-the-client".utf8)) } }
        #expect(try await shared.person().subject == "sub-1")
        let several = try Talk([Self.rsa]) { state in state.claims = ["aud": #"["portail","autre"]"#, "azp": "\"portail\""] }
        #expect(try await several.person().subject == "sub-1")
    }

    struct Hostile: Sendable, CustomStringConvertible {
        let description: String
        let word: String
        var change: @Sendable (inout TestProvider.State) -> Void
    }

    static let claims: [(String, String, [String: String])] = [
        ("another nonce", "nonce", ["nonce": "\"0123456789012345678901234567890123456789012\""]), ("no nonce", "nonce", ["nonce": ""]),
        ("another audience", "audience", ["aud": "\"autre\""]), ("no audience", "audience", ["aud": ""]),
        ("several audiences, given to another", "audience", ["aud": #"["portail","autre"]"#, "azp": "\"autre\""]),
        ("several audiences, given to nobody", "audience", ["aud": #"["portail","autre"]"#]),
        ("another issuer", "issuer", ["iss": "\"https://fc.example.attaque.example\""]), ("no issuer", "issuer", ["iss": ""]),
        ("over", "expired", ["exp": "1"]), ("never over", "expired", ["exp": ""]), ("over in words", "expired", ["exp": "\"4102444800\""]),
        ("of tomorrow", "fromTheFuture", ["iat": "4102444800"]), ("of no time", "fromTheFuture", ["iat": ""]),
        ("of last year", "tooOld", ["iat": "1700000000"]), ("too low a level", "level", ["acr": "\"eidas0\""]), ("no level", "level", ["acr": ""]),
        ("nobody", "subject", ["sub": ""]), ("an empty subject", "subject", ["sub": "\"\""]),
        ("a claim that stands twice", "unreadable", ["sub": #""sub-1","sub":"sub-2""#]),
    ]

    static let hostile: [Hostile] =
        claims.map { name, word, claims in Hostile(description: name, word: word) { $0.claims = claims } } + [
            Hostile(description: "signed by a stranger under a known name", word: "signature") { state in
                state.idToken = { [key = stranger] in key?.token($0) ?? "" }
            },
            Hostile(description: "signed by a key that nobody published", word: "unknownKey") { state in
                state.idToken = { [key = next] in key?.token($0) ?? "" }
            },
            Hostile(description: "not signed", word: "algorithm") { state in
                state.idToken = { TestKey.unsigned(#"{"alg":"none"}"#, $0) + "." }
            },
            Hostile(description: "not signed, in other letters", word: "algorithm") { state in
                state.idToken = { TestKey.unsigned(#"{"alg":"nOnE"}"#, $0) + "." }
            },
            Hostile(description: "without algorithm", word: "algorithm") { state in
                state.idToken = { TestKey.unsigned(#"{"kid":"rsa-1"}"#, $0) + ".AAAA" }
            },
            Hostile(description: "an algorithm of the key that is not used", word: "algorithm") { state in
                state.idToken = { [key = rsa] in key?.token($0, algorithm: "RS384") ?? "" }
            },
            Hostile(description: "a shared secret that is the public key", word: "signature") { state in
                state.idToken = { [key = rsa] in TestKey.token($0, secret: key?.modulus ?? []) }
            },
            Hostile(description: "a shared secret that is the published key's text", word: "signature") { state in
                state.idToken = { [key = rsa] in TestKey.token($0, secret: Array((key?.published ?? "").utf8)) }
            },
            Hostile(description: "an algorithm that the provider does not announce", word: "algorithm") { state in
                state.algorithms = ["RS256"]
                state.idToken = { TestKey.token($0, secret: Array("s3cret-of-the-client".utf8)) }
            },
            Hostile(description: "a header that asks for more", word: "algorithm") { state in
                state.idToken = { [key = rsa] in key?.token($0, header: #","crit":["exp"]"#) ?? "" }
            },
            Hostile(description: "claims changed after signing", word: "signature") { state in
                state.idToken = { [key = rsa] claims in
                    let parts = (key?.token(claims) ?? "").split(separator: ".")
                    return "\(parts[0]).\(Sodium.urlSafeText(Array(claims.replacing("sub-1", with: "sub-9").utf8))).\(parts[2])"
                }
            },
            Hostile(description: "padding in its parts", word: "unreadable") { state in
                state.idToken = { [key = rsa] in (key?.token($0) ?? "") + "==" }
            },
            Hostile(description: "no token", word: "unreadable") { $0.idToken = { _ in "bonjour" } },
            Hostile(description: "a person in plain JSON", word: "identité non signée") { state in
                state.personType = "application/json"
                state.person = { $0 }
            },
            Hostile(description: "a person who is not signed", word: "algorithm") { state in
                state.person = { TestKey.unsigned(#"{"alg":"none"}"#, $0) + "." }
            },
            Hostile(description: "a person signed by a stranger", word: "signature") { state in
                state.person = { [key = stranger] in key?.token($0) ?? "" }
            },
            Hostile(description: "somebody else's person", word: "subject") { $0.personClaims = ["sub": "\"sub-2\""] },
            Hostile(description: "a person for another portal", word: "audience") { $0.personClaims = ["aud": "\"autre\""] },
            Hostile(description: "a person without a name", word: "identité sans nom") { $0.personClaims = ["family_name": ""] },
        ]

    @Test(arguments: hostile) func `a hostile answer is not believed`(_ case: Hostile) async throws {
        let talk = try Talk([Self.rsa, Self.curve], `case`.change)
        #expect(await talk.refusal() == `case`.word)
    }

    @Test func `a signature in another encoding than tokens have is refused`() async throws {
        let talk = try Talk([Self.curve]) { state in state.idToken = { [key = Self.curve] in key?.token($0, isRaw: false) ?? "" } }
        #expect(await talk.refusal() == "signature")
    }

    @Test func `a key that is too short is not used`() async throws {
        let short = try TestKey(.rsa, named: "court", bits: 1024)
        #expect(try await Talk([short]).refusal() == "unknownKey")
    }

    @Test func `a provider may change its keys, and is asked for them again once in a while only`() async throws {
        let talk = try Talk([Self.rsa])
        _ = try await talk.person()
        talk.provider.state.withLock { state in
            state.published = [Self.next].compactMap(\.self)
            state.idToken = { [key = Self.next] in key?.token($0) ?? "" }
            state.person = { [key = Self.next] in key?.token($0) ?? "" }
        }
        #expect(await talk.refusal() == "unknownKey")
        talk.provider.clock.advance(seconds: 31)
        #expect(try await talk.person().subject == "sub-1")
        #expect(talk.provider.state.withLock { $0.requests.count { $0.address.hasSuffix("/jwks") } } == 2)
        #expect(talk.provider.state.withLock { $0.requests.count { $0.address.hasSuffix("openid-configuration") } } == 1)
    }

    @Test func `the request says what FranceConnect wants, and no more unless it announces it`() async throws {
        let talk = try Talk([Self.rsa])
        let address = try await talk.client.authorization(talk.secrets, returnTo: "https://famille.example/x")
        #expect(address.hasPrefix("https://fc.example/api/v2/authorize?response_type=code&client_id=portail&redirect_uri=https%3A%2F%2Ffamille"))
        #expect(address.contains("&acr_values=eidas1&") && address.contains("&nonce=\(talk.secrets.nonce)"))
        #expect(talk.secrets.nonce.utf8.count == 43 && talk.secrets.state != talk.secrets.nonce)
        #expect(!address.contains("code_challenge"))
        let proof = try Talk([Self.rsa]) { $0.takesProof = true }
        #expect(try await proof.client.authorization(proof.secrets, returnTo: "x").contains("&code_challenge_method=S256"))
        _ = try await proof.person()
        let form = try #require(proof.provider.state.withLock { $0.requests.compactMap(\.form).first })
        #expect(form.contains(.init("code_verifier", proof.secrets.verifier)) && form.contains(.init("client_secret", "s3cret-of-the-client")))
    }

    @Test func `a code that is too old and a provider that is away have sentences of their own`() async throws {
        let old = try Talk([Self.rsa]) { $0.codeIsGood = false }
        await #expect(throws: IdentityRefusal.codeExpired) { try await old.person() }
        let away = try Talk([Self.rsa]) { $0.isAway = true }
        await #expect(throws: IdentityRefusal.unavailable) { try await away.person() }
        let changed = try Talk([Self.rsa])
        let other = try IdentityProvider(issuer: #require(WebAddress("https://fc.example/api/v3")), client: "portail", secret: "s")
        let client = ProviderClient(other, changed.provider, clock: changed.provider.clock)
        await #expect(throws: IdentityRefusal.unavailable) { try await client.person(code: "c", changed.secrets, returnTo: "x") }
    }
}
