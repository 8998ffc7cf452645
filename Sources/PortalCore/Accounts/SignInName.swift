/// What somebody types to say who they are: a login or an e-mail address.
struct SignInName: Hashable, Sendable {
    /// In lower case; an address is at most 254 bytes long.
    let text: String

    init(_ typed: some StringProtocol) {
        text = String(Substring(typed).trimmingSpaces.lowercased().prefix(254))
    }
}
