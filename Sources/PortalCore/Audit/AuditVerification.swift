/// Reads the whole journal and checks that each line still holds on to the one before it.
package struct AuditVerification: Sendable {
    /// Lines read.
    package private(set) var lines = 0
    /// What was found, in the order of the chains.
    package private(set) var faults: [AuditFault] = []
    /// The last line of each chain: to be kept elsewhere.
    package private(set) var heads: [AuditAnchor] = []

    /// Lines read at once: bounds the memory.
    private static let page = 5000

    /// - Parameter anchors: places that were noted earlier, outside the database: they show that the end was cut off, or all of it written anew.
    package init(of transaction: any Transaction, against anchors: [AuditAnchor] = []) throws {
        let store = AuditStore(transaction)
        for chain in (0..<AuditChain.count).map(AuditChain.init) {
            try follow(chain, in: store, noted: anchors.filter { $0.chain == chain })
        }
        let strangers = try store.count() - lines
        if strangers > 0 { faults.append(.outsideChains(strangers)) }
    }

    private mutating func follow(_ chain: AuditChain, in store: AuditStore, noted anchors: [AuditAnchor]) throws {
        var place = AuditAnchor.beginning(of: chain)
        while true {
            let page = try store.lines(of: chain, after: place.line, limit: AuditVerification.page)
            for line in page {
                check(line, after: place)
                if anchors.contains(where: { $0.line == line.anchor.line && $0.hash != line.anchor.hash }) { faults.append(.rewritten(line.anchor)) }
                place = line.anchor
            }
            lines += page.count
            if page.count < AuditVerification.page { break }
        }
        if place.line > 0 { heads.append(place) }
        if let last = anchors.map(\.line).max(), last > place.line { faults.append(.missing(chain, place.line + 1...last)) }
    }

    private mutating func check(_ line: AuditStore.Line, after place: AuditAnchor) {
        if line.anchor.line > place.line + 1 {
            faults.append(.missing(place.chain, place.line + 1...line.anchor.line - 1))
        } else if line.entry.map(place.next) != line.anchor {
            faults.append(.altered(line.anchor, line.entry))
        }
    }
}

/// What is wrong with the journal, and where.
package enum AuditFault: Hashable, Sendable {
    /// These lines are gone.
    case missing(AuditChain, ClosedRange<Int64>)
    /// This line is not the one that was written there: it, or the hash before it, was changed.
    case altered(AuditAnchor, AuditEntry?)
    /// This line and those before it agree with each other, but are not those that were there when the anchor was noted.
    case rewritten(AuditAnchor)
    /// As many lines stand in no chain: the portal never wrote them.
    case outsideChains(Int)

    /// "chaîne 3, ligne 17 : la ligne a été modifiée (…)".
    package var sentence: String {
        switch self {
        case .missing(let chain, let lines) where lines.count == 1:
            "chaîne \(chain.number), ligne \(lines.lowerBound)\u{A0}: la ligne a été supprimée."
        case .missing(let chain, let lines):
            "chaîne \(chain.number), lignes \(lines.lowerBound) à \(lines.upperBound)\u{A0}: les lignes ont été supprimées."
        case .altered(let place, let entry):
            "chaîne \(place.chain.number), ligne \(place.line)\u{A0}: la ligne n'est plus celle qui a été écrite"
                + (entry.map { " (elle dit maintenant\u{A0}: \($0.act.rawValue), n° \($0.subject), le \($0.at.rfc3339))." } ?? ".")
        case .rewritten(let place):
            "chaîne \(place.chain.number), ligne \(place.line)\u{A0}: le journal a été réécrit depuis la sauvegarde."
        case .outsideChains(let count):
            "\(count) \(count == 1 ? "ligne" : "lignes") hors des chaînes\u{A0}: le portail ne les a pas écrites."
        }
    }
}
