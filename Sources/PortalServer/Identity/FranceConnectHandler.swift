import HTMLTemplates
import PortalCore

/// The journey to FranceConnect and back, for somebody who wants to come in or to attach an identity.
enum FranceConnectHandler {
    /// Leaves for FranceConnect. The browser keeps a secret by which it is known when it comes back.
    static func leave(_ context: VisitorContext, next: ParentPage?) async throws -> HTTPResponse {
        let (service, site) = (try context.identities, context.site)
        let secret = context.identitySecret ?? RandomToken(bytes: 32, from: SystemRandom()).text
        do {
            let address = try await service.begin(
                in: secret,
                from: context.request.clientAddress,
                account: context.signedInAccount,
                next: next?.address.localText ?? "",
                returnTo: site.identityReturn
            )
            var response = HTTPResponse.redirect(to: address)
            response.setCookies(site.cookies.setting(.identity, to: secret))
            return response
        } catch let refusal as IdentityRefusal {
            return try refused(context, refusal)
        } catch let refusal as SignInRefusal {
            return try page(context, refusal.french, refusal.status)
        }
    }

    /// Comes back: into the account of the identity, or to the page that asks what to do with it.
    static func comeBack(_ context: VisitorContext) async throws -> HTTPResponse {
        let (service, query, links, browser) = (try context.identities, context.request.query, context.links, context.browser)
        do {
            let outcome = try await service.end(
                IdentityReturn(state: query["state"], code: query["code"], error: query["error"]),
                in: context.identitySecret,
                account: context.signedInAccount,
                on: browser,
                returnTo: context.site.identityReturn
            )
            switch outcome {
            case .signedIn(let session, let next):
                return context.opening(session, as: .parent, on: browser, next: links.to(ParentPage(PageAddress(localText: next)) ?? .home))
            case .needsCode(let half, let next):
                return context.asking(half, on: links.to(.signInCode(next: ParentPage(PageAddress(localText: next)))))
            case .toConfirm, .attached: return context.redirect(to: links.to(.franceConnect))
            case .unknown: return context.redirect(to: links.to(.identity(.arrival)))
            }
        } catch let refusal as IdentityRefusal {
            return try refused(context, refusal)
        }
    }

    static func arrival(_ context: VisitorContext) throws -> HTTPResponse {
        _ = try context.identities
        guard let arrival = try context.arrival else { return context.redirect(to: context.links.to(.signIn(next: nil))) }
        return context.page(IdentityArrivalPage(frame: context.frame, identity: arrival.identity))
    }

    static func signedOut(_ context: VisitorContext) throws -> HTTPResponse {
        _ = try context.identities
        return context.redirect(to: context.links.to(.welcome), saying: .signedOut)
    }

    /// Says why not. What points at an attack or a wrong setting also goes to the operator.
    static func refused(_ context: VisitorContext, _ refusal: IdentityRefusal) throws -> HTTPResponse {
        switch refusal {
        case .unverified(let word): Terminal.complain("FranceConnect de \(context.links.slug) : réponse refusée (\(word))")
        case .provider(let code): Terminal.complain("FranceConnect de \(context.links.slug) : erreur « \(code) »")
        default: break
        }
        return try page(context, refusal.french, refusal == .unavailable ? .serviceUnavailable : .unprocessableContent)
    }

    private static func page(_ context: VisitorContext, _ sentence: String, _ status: HTTPStatus) throws -> HTTPResponse {
        let isSignedIn = try context.signedInAccount != nil
        return context.page(IdentityRefusalPage(frame: context.frame, sentence: sentence, isSignedIn: isSignedIn), status: status)
    }
}

extension VisitorContext {
    /// - Throws: `PageFailure.notFound` where FranceConnect is not set up.
    var identities: IdentityService {
        get throws {
            guard let service = site.identities else { throw PageFailure.notFound }
            return service
        }
    }

    /// Whose identity this browser has just proven, when no account is attached to it yet.
    var arrival: IdentityArrival? {
        get throws {
            guard let service = site.identities, let secret = identitySecret else { return nil }
            return try service.arrival(in: secret)
        }
    }

    /// Where signing in leads: an identity that waits for its account comes first.
    func landing(_ next: ParentPage?) throws -> Link { try arrival == nil ? links.to(next ?? .home) : links.to(.franceConnect) }

    fileprivate var signedInAccount: Identifier<Account>? {
        get throws {
            guard let token = site.cookies.value(.parent, in: request),
                case .parent(let session)? = try site.sessions.resolve(SessionToken(cookie: token))
            else { return nil }
            return session.account
        }
    }
}

extension PageContext {
    /// What the browser keeps during a journey: 43 characters.
    var identitySecret: String? { site.cookies.value(.identity, in: request).flatMap { $0.utf8.count == 43 ? $0 : nil } }
}

extension PortalSite {
    /// The address that FranceConnect knows this portal by.
    var identityReturn: String { absoluteAddress(of: PublicPage.identity(.back)) }
}
