/// How the journal's lines hold on to each other: each carries a hash (BLAKE2b) that covers its own fields and the hash of the line before
/// it. Who changes, removes or moves a line breaks the chain there.
///
/// A portal has sixteen chains, shared out by who acts: with PostgreSQL a chain belongs to one transaction until its commit, and families
/// who book at the same time must not wait for each other's.
package struct AuditChain: Hashable, Sendable {
    package let number: Int

    package init(_ number: Int) {
        self.number = number
    }

    init(of actor: Actor) {
        number = Int(actor.stored.number & 15)
    }

    static let count = 16

    /// What lines of the same chain wait for, from one transaction to the next.
    var lock: String { "audit:\(number)" }
}

/// The place of a line in its chain, and the hash that holds everything up to it: kept elsewhere, it shows that nothing has changed since.
package struct AuditAnchor: Hashable, Sendable {
    package let chain: AuditChain
    /// From 1, without gaps.
    package let line: Int64
    /// 32 bytes.
    package let hash: [UInt8]

    package init(chain: AuditChain, line: Int64, hash: [UInt8]) {
        self.chain = chain
        self.line = line
        self.hash = hash
    }

    /// Before the first line of a chain.
    static func beginning(of chain: AuditChain) -> AuditAnchor {
        AuditAnchor(chain: chain, line: 0, hash: [UInt8](repeating: 0, count: 32))
    }

    /// The place of the line that follows.
    func next(_ entry: AuditEntry) -> AuditAnchor {
        let (kind, actor) = entry.actor.stored
        var bytes = hash
        bytes.reserveCapacity(128 + entry.detail.utf8.count)
        for number in [Int64(chain.number), line + 1, entry.at.seconds, actor, Int64(kind), entry.subject] { bytes.append(littleEndian: number) }
        for text in [entry.act.rawValue, entry.detail] {
            bytes.append(littleEndian: Int64(text.utf8.count))
            bytes.append(contentsOf: text.utf8)
        }
        return AuditAnchor(chain: chain, line: line + 1, hash: Sodium.digest(bytes, key: []))
    }
}

extension [UInt8] {
    /// Adds a number's eight bytes, the lowest first.
    mutating func append(littleEndian number: Int64) {
        for shift in stride(from: 0, to: 64, by: 8) { append(UInt8(truncatingIfNeeded: number >> Int64(shift))) }
    }
}
