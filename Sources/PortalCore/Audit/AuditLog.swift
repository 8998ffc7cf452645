/// The portal's journal. Every write notes its act here, in its own transaction.
package enum AuditLog {
    /// Notes an act.
    ///
    /// - Parameters:
    ///   - subject: what the act changed.
    ///   - detail: what a reader needs beyond the act and its subject, compact. Never a password, a key or health data, and nothing that
    ///     names or reaches a person: the journal cannot be erased, and a number says who it was.
    package static func record<Subject>(
        in transaction: any Transaction,
        by actor: Actor,
        _ act: AuditAct,
        on subject: Identifier<Subject>,
        detail: String = "",
        at now: Instant
    ) throws {
        try AuditStore(transaction).insert(AuditEntry(at: now, actor: actor, act: act, subject: subject.rawValue, detail: detail))
    }
}
