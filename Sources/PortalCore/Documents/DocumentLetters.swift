/// Leaves the mails about documents in the outbox, in the transaction of what they tell of.
struct DocumentLetters {
    let transaction: any Transaction
    let settings: PortalSettings
    let now: Instant

    init(_ transaction: any Transaction, _ settings: PortalSettings, at now: Instant) {
        self.transaction = transaction
        self.settings = settings
        self.now = now
    }

    /// Tells the adults of a household who may read a document what became of it.
    func tell(_ document: SupportingDocument, accepted: Bool, validUntil: CivilDate?, note: String, link: String?) throws {
        for reader in try readers(of: document.household) where reader.access.mayRead(document) {
            let mail = Mail.documentJudged(
                document,
                about: try document.subject.child.flatMap { try DocumentStore(transaction).firstName(of: $0) },
                accepted: accepted,
                validUntil: validUntil,
                note: note,
                to: reader.email,
                salutation: reader.access.adult.salutation,
                link: link,
                from: settings
            )
            try OutboxStore(transaction).enqueue(mail, to: reader.access.account, at: now)
        }
    }

    /// The accounts of a household that have an address.
    func readers(of household: Identifier<Household>) throws -> [(access: HouseholdAccess, email: EmailAddress)] {
        try AccountStore(transaction).accounts(in: household).compactMap { account in
            guard let access = try HouseholdAccess(account: account.id, in: transaction), let email = access.adult.email else { return nil }
            return (access, email)
        }
    }
}
