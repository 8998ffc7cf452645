/// Something that a household asked for, with the answer that it got (demande).
package struct Request: Hashable, Sendable {
    package let id: Identifier<Request>
    package let kind: RequestKind
    package let createdAt: Instant
    /// In the order of the answer.
    package let lines: [BookingReviewLine]
    /// Why the service did it for the family; nil for what the family asked itself.
    package let note: String?

    package init(id: Identifier<Request>, kind: RequestKind, createdAt: Instant, lines: [BookingReviewLine], note: String? = nil) {
        self.id = id
        self.kind = kind
        self.createdAt = createdAt
        self.lines = lines
        self.note = note
    }
}

package enum RequestKind: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    /// Bookings added and cancelled in the planning.
    case bookings = "réservations"
    /// An absence that was reported.
    case absence = "absence"
}

/// A line of "Dernières demandes".
package struct RequestSummary: Hashable, Sendable {
    package let id: Identifier<Request>
    package let kind: RequestKind
    package let createdAt: Instant
    package let accepted: Int
    package let refused: Int
    /// Done by the service for the family.
    package let isByService: Bool

    package init(id: Identifier<Request>, kind: RequestKind, createdAt: Instant, accepted: Int, refused: Int, isByService: Bool = false) {
        self.id = id
        self.kind = kind
        self.createdAt = createdAt
        self.accepted = accepted
        self.refused = refused
        self.isByService = isByService
    }
}
