/// Where a family stands with a document that is asked of it.
package enum DocumentStanding: Hashable, Sendable {
    case missing
    /// Sent, not judged yet.
    case sent
    /// Good until a day, or without end.
    case valid(until: CivilDate?)
    /// The child's other household has given one that is good.
    case given(until: CivilDate?)
    /// Was good until a day.
    case expired(CivilDate)
    case refused

    /// Whether the family has done its part: bookings are not held up.
    package var isFulfilled: Bool {
        switch self {
        case .sent, .valid, .given: true
        case .missing, .expired, .refused: false
        }
    }

    /// Whether a good one ends soon enough to send the next.
    package func endsSoon(on today: CivilDate) -> Bool {
        guard case .valid(let until?) = self else { return false }
        return until.days(since: today) <= Self.notice
    }

    /// Days before the end at which families are asked again.
    private static let notice = 45
}

/// What the standing follows from: a document's row without its words and files.
package struct DocumentFact: Hashable, Sendable {
    package let typeCode: String
    package let subject: DocumentSubject
    package let household: Identifier<Household>
    package let state: DocumentState
    package let validUntil: CivilDate?

    package init(
        typeCode: String,
        subject: DocumentSubject,
        household: Identifier<Household>,
        state: DocumentState,
        validUntil: CivilDate?
    ) {
        self.typeCode = typeCode
        self.subject = subject
        self.household = household
        self.state = state
        self.validUntil = validUntil
    }
}

extension DocumentStanding {
    /// What follows from the documents of one type and subject, the latest first.
    ///
    /// - Parameter households: the reader's; what others have given counts for the child, and is not told apart any further.
    package init(of facts: [DocumentFact], households: Set<Identifier<Household>>, on today: CivilDate) {
        let own = facts.filter { households.contains($0.household) }
        if let good = DocumentStanding.longest(own, on: today) {
            self = .valid(until: good.validUntil)
        } else if own.contains(where: { $0.state == .waiting || $0.state == .scanning }) {
            self = .sent
        } else if let good = DocumentStanding.longest(facts, on: today) {
            self = .given(until: good.validUntil)
        } else {
            switch own.first(where: { $0.state != .withdrawn }) {
            case let last? where last.state == .refused: self = .refused
            case let last?: self = last.validUntil.map { .expired($0) } ?? .missing
            case nil: self = .missing
            }
        }
    }

    /// The document that is good today and stays so longest.
    private static func longest(_ facts: [DocumentFact], on today: CivilDate) -> DocumentFact? {
        let good = facts.filter { $0.state == .accepted && ($0.validUntil.map { today <= $0 } ?? true) }
        return good.max { left, right in
            guard let leftEnd = left.validUntil else { return false }
            return right.validUntil.map { leftEnd < $0 } ?? true
        }
    }
}
