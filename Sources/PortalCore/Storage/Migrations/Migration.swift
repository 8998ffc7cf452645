/// One numbered, append-only step of the schema, written once for both engines.
///
/// Tokens stand for what the dialects spell differently: `{id}` an assigned integer key, `{int}` a 64-bit integer, `{text}` text that sorts
/// by byte, `{blob}` bytes, `{strict}` and `{clustered}` the table options (`clustered`: rows kept in the order of their primary key).
/// A statement `{append_only} TABLE` stands for the triggers that refuse to change or delete the table's rows.
package struct Migration: Sendable {
    package let number: Int
    package let name: String
    package let statements: [String]
}

extension Migration {
    /// Every migration, in order. A released one is never edited.
    package static let all: [Migration] = [.portalSkeleton, .passwords, .familyTies, .accountSafety]

    /// Refuses a schema that knows more than this program.
    static func check(_ applied: Set<Int>, within known: [Migration]) throws(DatabaseError) {
        if let newest = applied.max(), newest > known.map(\.number).max() ?? 0 { throw .newerSchema(newest) }
    }
}
