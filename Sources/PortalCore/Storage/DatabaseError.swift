/// What the storage refuses or fails at, the same for both engines.
package enum DatabaseError: Error, Hashable, Sendable {
    /// A UNIQUE or PRIMARY KEY constraint; `detail` names table and columns.
    case unique(String)
    case foreignKey(String)
    case check(String)
    /// The engine asks for the transaction to be run again.
    case retry(String)
    /// The queue of writes is full: answer 503 and ask to come back.
    case overloaded
    /// The disk is full: reads go on, writes are refused.
    case full
    /// The database server does not answer. Nothing was written.
    case unreachable(String)
    /// The connection was lost during the commit: the write happened whole or not at all, and nobody can say which. Sent again with the same
    /// idempotency key, it gets the answer.
    case uncertain(String)
    /// A newer program has already changed the schema, to this version.
    case newerSchema(Int)
    /// Another program made the schema: its migration of this number is not this program's.
    case otherSchema(Int)
    /// A column holds what its reader does not expect.
    case decoding(column: String, type: String)
    /// The disk or the file failed: nothing more may be acknowledged.
    case broken(String)
    case other(String)
}
