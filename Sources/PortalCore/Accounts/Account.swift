/// An adult's own way into the portal.
package struct Account: Hashable, Sendable {
    package let id: Identifier<Account>
    /// In lower case.
    package let login: String
    package let adult: Identifier<Adult>
    package let createdAt: Instant
    /// When the adult followed the link sent to the e-mail address; nil while it has not.
    package let emailConfirmedAt: Instant?
    package let lastLoginAt: Instant?
    /// The one before: what "Dernière connexion le" shows.
    package let previousLoginAt: Instant?

    package init(
        id: Identifier<Account>,
        login: String,
        adult: Identifier<Adult>,
        createdAt: Instant,
        emailConfirmedAt: Instant?,
        lastLoginAt: Instant?,
        previousLoginAt: Instant?
    ) {
        self.id = id
        self.login = login
        self.adult = adult
        self.createdAt = createdAt
        self.emailConfirmedAt = emailConfirmedAt
        self.lastLoginAt = lastLoginAt
        self.previousLoginAt = previousLoginAt
    }
}
