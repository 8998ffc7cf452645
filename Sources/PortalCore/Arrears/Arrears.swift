/// What a household owes, as the cash office has recorded it. Invoices are not the portal's yet: this is their sum, told by hand or by a file.
package struct Arrears: Hashable, Sendable {
    package let household: Identifier<Household>
    package let householdName: String
    package let amount: Cents
    /// The day of the account that it was read from.
    package let asOf: CivilDate
    /// Why the household may book all the same, and until when.
    package let exemption: ArrearsExemption?

    /// Whether it keeps the household from booking.
    package func blocks(under policy: ArrearsPolicy, on today: CivilDate) -> Bool {
        amount >= policy.threshold && (exemption.map { $0.lastDay < today } ?? true)
    }
}

/// A household that may book although it owes: a plan to pay, an error to put right.
package struct ArrearsExemption: Hashable, Sendable {
    package let reason: String
    /// Included.
    package let lastDay: CivilDate
}

/// From which amount on the town keeps families from booking, and what it tells them (blocage des impayés).
package struct ArrearsPolicy: Hashable, Sendable {
    package let threshold: Cents
    /// Whom to call, where to pay: paragraphs and lists.
    package let message: String

    package init(threshold: Cents, message: String) {
        self.threshold = threshold
        self.message = message
    }
}
