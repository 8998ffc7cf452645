import HTMLTemplates
import PortalCore

/// One portal as the network sees it: its services, its links, its cookies.
///
/// The services are made once, because some remember something between requests (the growing delays after wrong passwords).
struct PortalSite: Sendable {
    let portal: Portal
    let links: PortalLinks
    let cookies: SessionCookies
    let accounts: AccountService
    let staff: StaffService
    let sessions: WebSessionService
    let households: HouseholdService
    let outbox: OutboxService
    let feeds: CalendarFeedService
    let secondFactors: SecondFactorService
    let submissions: FormSubmissionService
    /// nil where FranceConnect is not set up.
    let identities: IdentityService?
    /// nil where API Particulier is not set up.
    let quotients: QuotientEnquiryService?
    let passwords: PasswordHasher
    let assets: AssetAddresses
    /// Whether an antivirus looks at what families send.
    let hasAntivirus: Bool
    private let catalogues = CatalogueCache()
    /// Where the site is reached from outside, for the links in mails: "https://famille.example.fr".
    private let publicAddress: String

    /// - Parameters:
    ///   - isDemo: whether cookies also work over plain HTTP.
    ///   - outside: what the operator has set up outside the portal; nil for nothing.
    init(
        _ portal: Portal,
        passwords: PasswordHasher,
        publicAddress: String,
        isDemo: Bool,
        assets: AssetAddresses,
        hasAntivirus: Bool = false,
        outside: OutsideConnection? = nil
    ) {
        self.hasAntivirus = hasAntivirus
        submissions = FormSubmissionService(portal)
        let portal = portal.answeringFormsOnce
        self.portal = portal
        self.assets = assets
        self.publicAddress = publicAddress
        links = PortalLinks(slug: portal.slug)
        cookies = SessionCookies(portal: portal.slug, allowsPlainHTTP: isDemo)
        accounts = AccountService(portal, passwords: passwords)
        staff = StaffService(portal, passwords: passwords)
        sessions = WebSessionService(portal)
        households = HouseholdService(portal)
        outbox = OutboxService(portal)
        feeds = CalendarFeedService(portal)
        secondFactors = SecondFactorService(portal)
        self.passwords = passwords
        quotients = outside.flatMap { outside in
            outside.services.particulier.map { QuotientEnquiryService(portal, ParticulierClient($0, outside.exchange)) }
        }
        let accounts = accounts
        identities = outside.flatMap { outside in
            outside.services.identityProvider.map { provider in
                IdentityService(portal, ProviderClient(provider, outside.exchange, clock: outside.clock), accounts: accounts)
            }
        }
    }

    /// What the town offers, as it stands now.
    ///
    /// - Throws: `PageFailure.notFound` while no definition has been imported.
    func catalogue() throws -> PortalCatalogue { try portal.database.read(catalogue(in:)) }

    /// The same inside a snapshot that is already being read.
    func catalogue(in snapshot: any Transaction) throws -> PortalCatalogue {
        guard let catalogue = try catalogues.catalogue(in: snapshot) else { throw PageFailure.notFound }
        return catalogue
    }

    /// Where families answer the places that are offered to them, for the mails.
    var waitingPage: String { absoluteAddress(of: ParentPage.waiting) }

    /// A page's address in full, for a mail.
    func absoluteAddress(of page: some PortalPage) -> String { publicAddress + page.address.text(portal: links.slug) }
}
