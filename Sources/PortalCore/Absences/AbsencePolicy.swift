/// What a town charges for an absence that was reported after the limit for cancelling, and what justifies it (domain: « absence justifiée »,
/// « carence »).
package struct AbsencePolicy: Hashable, Sendable {
    /// How long after the absence began a certificate is in time; nil: no certificate changes anything.
    package let certificate: Span?
    /// So many days after the first day a late certificate is still read; nil: none is, once it is late.
    package let latestDays: Int?
    /// The days at the beginning of a justified absence that stay charged (carence).
    package let waiting: WaitingDays
    /// The same when the certificate comes late.
    package let lateWaiting: WaitingDays
    /// The first days of an absence that the town charges to nobody, with or without a certificate.
    package let coveredDays: Int
    /// What an absence costs when nothing justifies it.
    package let charge: AbsencePrice
    /// What a child costs who comes without booking.
    package let unbooked: AbsencePrice
    /// What parents choose from.
    package let reasons: [String]
    /// Reasons that are never charged: strike, closure, the teacher's absence.
    package let freeReasons: [String]
    /// Reasons that no certificate excuses: a school trip that the parent did not cancel in time.
    package let chargedReasons: [String]

    package init(
        certificate: Span?,
        latestDays: Int? = nil,
        waiting: WaitingDays = WaitingDays(),
        lateWaiting: WaitingDays = WaitingDays(),
        coveredDays: Int = 0,
        charge: AbsencePrice = .whole,
        unbooked: AbsencePrice = .whole,
        reasons: [String] = AbsencePolicy.usual.reasons,
        freeReasons: [String] = [],
        chargedReasons: [String] = []
    ) {
        self.certificate = certificate
        self.latestDays = latestDays
        self.waiting = waiting
        self.lateWaiting = lateWaiting
        self.coveredDays = coveredDays
        self.charge = charge
        self.unbooked = unbooked
        self.reasons = reasons
        self.freeReasons = freeReasons
        self.chargedReasons = chargedReasons
    }

    /// What holds where a town has written nothing: a certificate within three days.
    package static let usual = AbsencePolicy(
        certificate: .hours(72),
        reasons: ["Maladie", "Rendez-vous médical", "Raison familiale", "Autre"],
        freeReasons: []
    )

    /// How long something may take.
    package enum Span: Hashable, Sendable {
        /// From the beginning of the first unit that is missed.
        case hours(Int)
        /// To the end of that many days after the first day.
        case days(Int)
    }

    /// Days that stay charged at the beginning of an absence.
    package struct WaitingDays: Hashable, Sendable {
        package let count: Int
        /// Whether every day of the calendar counts, or only those on which the child was expected.
        package let ofCalendar: Bool

        package init(_ count: Int = 0, ofCalendar: Bool = false) {
            self.count = count
            self.ofCalendar = ofCalendar
        }
    }

    /// Every reason: those that a certificate excuses, those that none does, those that are never charged.
    package var allReasons: [String] { reasons + chargedReasons + freeReasons }

    package func isFree(_ reason: String) -> Bool { freeReasons.contains(reason) || charge.isNothing }

    /// Whether a certificate may change what an absence for a reason costs.
    package func isExcusable(_ reason: String) -> Bool { certificate != nil && !chargedReasons.contains(reason) }
}
