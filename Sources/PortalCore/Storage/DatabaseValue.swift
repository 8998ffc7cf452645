/// What a column holds, in either engine.
package enum DatabaseValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])
}

extension DatabaseValue {
    /// Refuses what one of the engines cannot hold, so that a portal can always move to the other: PostgreSQL has no U+0000 in texts.
    func checkStorable() throws(DatabaseError) {
        if case .text(let text) = self, text.utf8.contains(0) { throw DatabaseError.check("U+0000 in a text") }
    }
}

/// A value that can be given to a statement's `$n`.
package protocol DatabaseBindable: Sendable {
    var databaseValue: DatabaseValue { get }
}

/// A value that a column can be read into.
package protocol DatabaseReadable {
    /// nil when the column holds something else.
    init?(databaseValue: DatabaseValue)
}

/// A value that goes into a column and comes back.
package typealias DatabaseConvertible = DatabaseBindable & DatabaseReadable
