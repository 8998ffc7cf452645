/// An e-mail address that does not exist, as the mail server in charge of it said. Nothing more is sent there.
package struct UnreachableAddress: Hashable, Sendable {
    package let email: EmailAddress
    package let since: Instant
    /// The server's own words: "550 5.1.1 User unknown".
    package let answer: String
}

/// An address that does not exist, and the families whose adults have it.
package struct UnreachableAddressLine: Hashable, Sendable {
    package let address: UnreachableAddress
    /// Empty for an address of the staff, or of nobody any more.
    package let people: [Person]

    /// Somebody who has the address.
    package struct Person: Hashable, Sendable {
        package let name: String
        package let household: Identifier<Household>?
    }
}

extension AuditAct {
    /// Subject: the mail that did not arrive. The detail is the address.
    static let addressUnreachable = AuditAct(rawValue: "address.unreachable")
    /// Subject: the account whose owner says that the address works again, or nobody (0) when the staff say so.
    static let addressTriedAgain = AuditAct(rawValue: "address.triedAgain")
}
