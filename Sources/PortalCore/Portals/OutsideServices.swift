/// What a portal uses outside its own walls, each off unless the operator sets it up: FranceConnect, API Particulier.
package struct OutsideServices: Hashable, Sendable {
    package var identityProvider: IdentityProvider?
    package var particulier: ParticulierAccess?

    package init(identityProvider: IdentityProvider? = nil, particulier: ParticulierAccess? = nil) {
        self.identityProvider = identityProvider
        self.particulier = particulier
    }
}
