/// The portal's outbox: what the staff reads, and what the delivery takes and gives back.
package struct OutboxService: Sendable {
    let portal: Portal

    package init(_ portal: Portal) {
        self.portal = portal
    }

    /// The latest messages first, those before a number when one is given: a page of the list.
    package func messages(before: Identifier<OutboxMessage>? = nil, limit: Int = 50) throws -> [OutboxMessage] {
        try portal.database.read { try OutboxStore($0).messages(before: before, limit: limit) }
    }

    /// What the portal wrote to one account, the latest first: nothing depends on a mail arriving.
    package func messages(to account: Identifier<Account>, limit: Int = 50) throws -> [OutboxMessage] {
        try portal.database.read { try OutboxStore($0).messages(to: account, limit: limit) }
    }

    /// One message; nil when there is none of this number.
    package func message(_ id: Identifier<OutboxMessage>) throws -> OutboxMessage? {
        try portal.database.read { try OutboxStore($0).message(id) }
    }
}
