/// Whose an account is, as a mail to its owner needs it.
struct AccountOwner: Hashable, Sendable {
    let account: Identifier<Account>
    let login: String
    let email: EmailAddress?
    /// "Madame Dupont".
    let salutation: String
}
