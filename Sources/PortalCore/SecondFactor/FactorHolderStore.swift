/// Reads who has a second factor, as the authenticator app and a mail name them.
struct FactorHolderStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    struct Holder: Sendable {
        let login: String
        let email: EmailAddress?
        /// "Madame Dupont" for a parent, "Nadia Benali" for a colleague.
        let name: String
    }

    func holder(of owner: FactorOwner) throws -> Holder? {
        switch owner {
        case .account(let account):
            try AccountOwnerStore(transaction).owner(of: account).map { Holder(login: $0.login, email: $0.email, name: $0.salutation) }
        case .staff(let member):
            try StaffTeamStore(transaction).colleague(member).map {
                Holder(login: $0.member.login, email: $0.email, name: $0.member.fullName)
            }
        }
    }
}
