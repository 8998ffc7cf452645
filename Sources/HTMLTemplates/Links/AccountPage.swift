/// What somebody who is signed in sees and does about the account itself.
package enum AccountPage: PortalPage {
    case overview
    case contacts
    case password
    /// Asking for another e-mail address.
    case email
    /// No longer wanting it: posted to.
    case emailDrop
    /// Saying that the address works again: posted to.
    case emailRetry
    /// Sends the link that confirms the address again: posted to.
    case confirmation
    /// Ends sessions elsewhere: posted to.
    case sessions
    /// Asking the town to recognise the family, and its answer.
    case recognition
    /// Typing a clé enfance: another child, or another household.
    case key
    /// Codes of an authenticator app.
    case secondFactor
    /// The identity that FranceConnect has proven: attached, detached.
    case franceConnect
    /// "Mes données".
    case data
    /// All of them in one file: posted to.
    case dataArchive
    /// Asking to be forgotten: posted to.
    case erasure
    case closing

    package init?(_ address: PageAddress) {
        guard address.segments.first == "mon-compte", address.segments.count <= 2 else { return nil }
        guard let name = address.segments.dropFirst().first else {
            self = .overview
            return
        }
        guard let page = AccountPage.names.first(where: { $0.name == name })?.page else { return nil }
        self = page
    }

    package var address: PageAddress {
        guard let name = AccountPage.names.first(where: { $0.page == self })?.name else { return PageAddress("mon-compte") }
        return PageAddress("mon-compte", name)
    }

    private static let names: [(page: AccountPage, name: String)] = [
        (.contacts, "coordonnees"), (.password, "mot-de-passe"), (.email, "adresse-e-mail"), (.emailDrop, "adresse-e-mail-abandon"),
        (.emailRetry, "adresse-e-mail-essai"),
        (.confirmation, "confirmation"), (.sessions, "appareils"), (.recognition, "rattachement"), (.key, "cle-enfance"),
        (.secondFactor, "double-authentification"), (.franceConnect, "franceconnect"),
        (.data, "mes-donnees"), (.dataArchive, "mes-donnees-archive"), (.erasure, "effacement"), (.closing, "fermeture"),
    ]

    package static let examples: [AccountPage] = [.overview] + names.map(\.page)
}
