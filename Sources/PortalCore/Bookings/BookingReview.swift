/// What a household's changes would become, or have become, line by line.
package struct BookingReview: Hashable, Sendable {
    /// By day, then by child, then in the order of the units.
    package let lines: [BookingReviewLine]
    /// What the months cost in which something changes, in order.
    package let costs: [MonthCost]

    package init(lines: [BookingReviewLine], costs: [MonthCost] = []) {
        self.lines = lines
        self.costs = costs
    }

    /// The lines that change something.
    package var accepted: [BookingReviewLine] { lines.filter(\.outcome.isAccepted) }
    package var refused: [BookingReviewLine] { lines.filter(\.outcome.isRefused) }

    /// What the accepted lines add to the family's charges (negative when they take away).
    package var difference: Cents { lines.reduce(.zero) { $0 + $1.difference } }
}

/// One change and its answer, with the words to say it.
package struct BookingReviewLine: Hashable, Sendable {
    package let change: BookingChange
    /// First name; empty when the child is not one of the household's.
    package let childName: String
    /// Empty when there is no such unit.
    package let activityName: String
    package let unitName: String
    package let outcome: BookingOutcome
    /// The price of the unit, or of the booking that is cancelled.
    package let price: Cents
    /// The majoration of a late booking, zero otherwise.
    package let surcharge: Cents
    /// When the child would be expected, by its habit; nil where none is said, and for a cancellation.
    package var times: ExpectedTimes?
    /// What stays charged of a booking whose place an absence leaves; nil where nobody has said: all of it.
    package let kept: Cents?
    /// Where and when to meet, for an outing that is booked; nil for anything else.
    package let meeting: String?
    /// The care contract that the day is of; nil for what is booked.
    package let care: Identifier<CareContract>?
    /// The limit that the staff pass by this change, in words; nil when the family could make it itself.
    package var passedLimit: String?

    package init(
        change: BookingChange,
        childName: String,
        activityName: String,
        unitName: String,
        outcome: BookingOutcome,
        price: Cents,
        surcharge: Cents,
        kept: Cents? = nil,
        meeting: String? = nil,
        care: Identifier<CareContract>? = nil
    ) {
        self.care = care
        self.change = change
        self.childName = childName
        self.activityName = activityName
        self.unitName = unitName
        self.outcome = outcome
        self.price = price
        self.surcharge = surcharge
        self.kept = kept
        self.meeting = meeting
    }

    /// Puts names on a change's numbers; a child or a unit that the reader does not know stays without.
    init(
        _ change: BookingChange,
        child: Child?,
        in catalogue: PortalCatalogue,
        outcome: BookingOutcome,
        price: Cents,
        surcharge: Cents,
        kept: Cents? = nil
    ) {
        let found = catalogue.unit(change.slot.unit)
        self.init(
            change: change,
            childName: child?.firstName ?? "",
            activityName: found?.activity.name ?? "",
            unitName: found?.unit.name ?? "",
            outcome: outcome,
            price: price,
            surcharge: surcharge,
            kept: kept,
            meeting: change.kind == .add && outcome.isBooked ? found?.activity.outing?.meeting : nil
        )
    }

    /// A day of a care contract: it has no unit, and no price of its own.
    init(_ slot: CareSlot, of child: Identifier<Child>, named known: Child?, at nursery: Activity?, _ outcome: BookingOutcome) {
        self.init(
            change: BookingChange(.cancel, BookingSlot(child: child, unit: .none, date: slot.date)),
            childName: known?.firstName ?? "",
            activityName: nursery?.place ?? "",
            unitName: BookingReviewLine.regularCare,
            outcome: outcome,
            price: .zero,
            surcharge: .zero,
            care: slot.contract
        )
    }

    /// What stands in the place of a unit's name.
    static let regularCare = "accueil régulier"

    /// What the line adds to the family's charges (negative when it takes away).
    package var difference: Cents {
        switch (outcome, change.kind) {
        case (.waiting, _), (.asked, _), (.left, _): .zero
        case (.accepted, .add), (.acceptedAlong, .add), (.acceptedLate, _): price + surcharge
        case (.accepted, .cancel), (.acceptedAlong, .cancel): Cents.zero - price - surcharge
        case (.recordedAsAbsence, _): kept.map { $0 - price - surcharge } ?? .zero
        case (.alreadySo, _), (.refused, _): .zero
        }
    }
}

/// The answer to one change.
package enum BookingOutcome: Hashable, Sendable {
    case accepted
    /// Accepted because another line is; the sentence says which.
    case acceptedAlong(String)
    /// Booked after the limit, with the line's majoration.
    case acceptedLate
    /// Cancelled after the limit: the place is kept, and charged as the town says unless the absence is justified. The sentence says the limit.
    case recordedAsAbsence(String)
    /// In the line of a day that is full, with this rank.
    case waiting(rank: Int)
    /// No longer in line, or no longer interested in the place that was held.
    case left
    /// After the limit: the staff will answer. The sentence says the limit.
    case asked(String)
    /// Nothing to do: another page or another person has already done it.
    case alreadySo
    /// The rule and its exact date, in words.
    case refused(String)

    package var isAccepted: Bool {
        switch self {
        case .accepted, .acceptedAlong, .acceptedLate, .recordedAsAbsence, .waiting, .left, .asked: true
        case .alreadySo, .refused: false
        }
    }

    /// Whether a change that books has booked.
    var isBooked: Bool {
        switch self {
        case .accepted, .acceptedAlong, .acceptedLate: true
        case .recordedAsAbsence, .waiting, .left, .asked, .alreadySo, .refused: false
        }
    }

    /// Whether the place is not decided yet.
    package var isPending: Bool {
        switch self {
        case .waiting, .asked: true
        case .accepted, .acceptedAlong, .acceptedLate, .recordedAsAbsence, .left, .alreadySo, .refused: false
        }
    }

    package var isRefused: Bool {
        if case .refused = self { true } else { false }
    }
}

extension Identifier<BookableUnit> {
    /// In the place of a unit, where the line is about a day of a care contract.
    static let none = Identifier(0)
}
