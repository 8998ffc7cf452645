/// An absence that a parent has reported, for one child.
package struct Absence: Hashable, Sendable {
    package let id: Identifier<Absence>
    package let request: Identifier<Request>
    package let household: Identifier<Household>
    package let account: Identifier<Account>
    package let child: Child
    package let reason: String
    package let firstDay: CivilDate
    /// The last day, included.
    package let lastDay: CivilDate
    package let reportedAt: Instant
    package let state: AbsenceState
    package let times: AbsenceTimes
    /// When it was judged, by whom, and why it was refused.
    package let judgement: Judgement?

    package struct Judgement: Hashable, Sendable {
        package let at: Instant
        package let by: String
        package let note: String
    }

    /// Whether a certificate may still be sent.
    package func takesCertificate(at now: Instant) -> Bool {
        guard state == .waits || state == .refused, let last = times.lastMoment else { return false }
        return now <= last
    }

    /// "du 3 au 5 novembre 2026", "le 3 novembre 2026".
    package var frenchDays: String {
        firstDay == lastDay
            ? "le \(firstDay.frenchWithoutWeekday)" : "du \(firstDay.frenchDayAndMonth) au \(lastDay.frenchWithoutWeekday)"
    }
}

/// How far an absence is.
package enum AbsenceState: Int, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    /// Nothing has to be justified.
    case settled = 0
    /// A certificate would change what it costs.
    case waits = 1
    /// A certificate waits for the staff.
    case toJudge = 2
    case accepted = 3
    case refused = 4
    /// The antivirus has not answered: nobody opens the certificate.
    case scanning = 5

    package var french: String {
        switch self {
        case .settled: "Enregistrée"
        case .waits: "Justificatif attendu"
        case .toJudge: "Justificatif reçu"
        case .accepted: "Justifiée"
        case .refused: "Justificatif refusé"
        case .scanning: "Analyse antivirus en cours"
        }
    }
}

/// One day of a reported absence.
package struct AbsenceDay: Hashable, Sendable {
    /// What the child misses.
    package enum Place: Hashable, Sendable {
        case unit(Identifier<BookableUnit>)
        /// Under a contract with a nursery.
        case care(Identifier<CareContract>, Identifier<Activity>)
    }

    package let child: Identifier<Child>
    package let date: CivilDate
    package let place: Place
    package let rank: Int
    package let daysAfterFirst: Int
    package let times: AbsenceTimes
    /// What the day costs as it stands.
    package let price: AbsencePrice
}
