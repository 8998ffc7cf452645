/// The children whom an old message must not name to an account any more.
///
/// A message is kept as the text that was sent. When the town notes later that an adult may not see a child, the messages that name the child are
/// withheld from that adult's account, as a whole: what a sentence says of a child cannot be told from the rest. The staff still read them.
struct WithheldNames {
    /// Each first name as the words of a text.
    private let names: [[String]]

    /// - Parameter names: the children's first names.
    init(_ names: [String]) {
        self.names = names.map(Self.words).filter { !$0.isEmpty }
    }

    /// The children that are kept from an account's adult today.
    init(from account: Identifier<Account>, in transaction: any Transaction) throws {
        try self.init(ChildRelationStore(transaction).namesKept(from: account))
    }

    /// Whether a text names one of them, however it writes accents and capitals.
    func areNamed(in text: String) -> Bool {
        guard !names.isEmpty else { return false }
        let words = Self.words(text)
        return names.contains { name in words.indices.contains { words[$0...].starts(with: name) } }
    }

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map { NameKey.folded($0) }
    }
}

extension OutboxMessage {
    /// The message as its account may read it today.
    func withholding(_ names: WithheldNames) -> OutboxMessage {
        guard names.areNamed(in: mail.subject) || names.areNamed(in: mail.body) else { return self }
        return with(Mail(recipient: mail.recipient, subject: "Message qui n'est plus affiché", body: Mail.withheldText))
    }
}

extension Mail {
    /// What stands in place of a message that names a child whom its reader may not see any more.
    static let withheldText = "Ce message parle d'un enfant dont le dossier n'est pas accessible avec votre compte\u{A0}: il n'est plus affiché."
}
