/// The rule that refuses a change.
package indirect enum BookingRefusal: Error, Hashable, Sendable {
    /// The child is not one of the adult's, or does not exist: the answer is the same.
    case unknownChild
    case unknownUnit
    /// The child lives with its other household on that day.
    case otherHouseholdDay(CivilDate)
    /// The adult may see the child, not book for it.
    case mayNotBook
    case notEnrolled(String, CivilDate)
    case closed(ClosedReason, CivilDate)
    /// The unit has ended.
    case over(CivilDate)
    case lateAdding(DeadlineLimit, rule: BookingDeadline)
    case lateCancelling(DeadlineLimit, rule: BookingDeadline)
    /// No place is left in this group.
    case full(String, CivilDate)
    /// Booked by the child's other household, which owes it.
    case otherHousehold(CivilDate)
    /// The place was held for the family up to that moment.
    case offerOver(Instant)
    /// The child's other household waits for the same place.
    case awaitedByOtherHousehold(CivilDate)
    /// The town wants something of the family first.
    case blocked(BookingObstacle)
    /// An absence has been reported already.
    case absent(CivilDate)
    /// It does not go with another unit that is booked that day; that one's name is nil when it is not for this adult to know.
    case excluded(String, with: String?, CivilDate)
    /// It is booked only with one of these.
    case demands(String, oneOf: [String], CivilDate)
    /// It was to make room for a unit that cannot be booked: it stays.
    case keptFor(String, CivilDate)
    /// The day opens for this family at a later moment.
    case notOpenYet(WindowTurn, CivilDate)
    /// The period's bookings have closed.
    case bookingsClosed(Instant, CivilDate)
    /// Weeks (or sessions) are booked whole, and these days are not.
    case incomplete(BookingSpan, missing: [CivilDate])
    /// Weeks (or sessions) are booked whole, and these days are full.
    case wholeIsFull(BookingSpan, [CivilDate])
    /// A week has fewer days than the activity asks for.
    case belowMinimum(Int, left: Int, week: CivilDate)
    /// Weeks (or sessions) are cancelled whole, and one of the days cannot be.
    case wholeStays(BookingSpan, BookingRefusal)
    /// What depends on it cannot be cancelled.
    case held(by: String, BookingRefusal)
    /// The day is locked for invoicing.
    case lockedForInvoicing(CivilDate)
}

extension BookingRefusal {
    /// The rule and its exact date, in words.
    package var french: String {
        switch self {
        case .unknownChild:
            "Cet enfant ne fait pas partie de votre foyer."
        case .mayNotBook:
            "Votre compte permet de voir les réservations de cet enfant, pas de les modifier. Adressez-vous au service."
        case .otherHouseholdDay(let date):
            "Le \(date.french) est un jour de l'autre foyer de l'enfant (garde alternée)\u{A0}: lui seul peut réserver."
        case .unknownUnit:
            "Cette activité n'existe pas."
        case .notEnrolled(let activity, let date):
            "L'enfant n'est pas inscrit à «\u{A0}\(activity)\u{A0}» le \(date.french)."
        case .closed(let reason, let date):
            "Fermé le \(date.french)\u{A0}: \(reason.french)."
        case .over(let date):
            "L'accueil du \(date.french) est terminé."
        case .lateAdding(let limit, let rule):
            "Délai dépassé\u{A0}: réservable \(limit.words) (\(rule.frenchDescription))."
        case .lateCancelling(let limit, let rule):
            "Délai dépassé\u{A0}: annulable \(limit.words) (\(rule.frenchDescription))."
        case .full(let group, let date):
            "Complet le \(date.french)\u{A0}: plus aucune place dans le groupe «\u{A0}\(group)\u{A0}»."
        case .otherHousehold(let date):
            "La réservation du \(date.french) a été faite par l'autre foyer de l'enfant, qui seul peut l'annuler."
        case .offerOver(let until):
            "La place vous était proposée jusqu'au \(until.french)\u{A0}: elle ne l'est plus."
        case .awaitedByOtherHousehold(let date):
            "L'autre foyer de l'enfant attend déjà cette place le \(date.french)."
        case .blocked(let obstacle):
            "Avant de réserver\u{A0}: \(obstacle.reason), dans votre espace, page «\u{A0}\(obstacle.pageName)\u{A0}»."
        case .absent(let date):
            "Une absence est déjà signalée le \(date.french)."
        case .excluded(let unit, let other?, let date):
            "\(quoted(unit)) et \(quoted(other)) ne vont pas ensemble le \(date.french)\u{A0}: pour changer, annulez l'un et réservez l'autre."
        case .excluded(let unit, nil, let date):
            "\(quoted(unit)) ne va pas avec une autre réservation de l'enfant le \(date.french)."
        case .demands(let unit, let others, let date):
            "\(quoted(unit)) se réserve avec \(others.map(quoted).joined(separator: " ou ")) le \(date.french)."
        case .notOpenYet(let turn, let date):
            "Les réservations du \(date.french) \(turn.french)"
        case .bookingsClosed(let closing, let date):
            "Les réservations du \(date.french) ont fermé le \(closing.french)."
        case .incomplete(let span, let missing):
            "\(span.frenchSubject) se réserve en entier\u{A0}: il manque le \(missing.map(\.french).joined(separator: ", le "))."
        case .wholeIsFull(let span, let full):
            "\(span.frenchSubject) se réserve en entier, et il n'y a plus de place le \(full.map(\.french).joined(separator: ", le "))."
        case .belowMinimum(let minimum, let left, let week):
            "Il faut au moins \(minimum) jours par semaine\u{A0}: il y en aurait \(left) la semaine du \(week.frenchWithoutWeekday)."
        case .wholeStays(let span, let reason):
            "\(span.frenchSubject) s'annule en entier, et un de ses jours ne peut pas l'être. \(reason.french)"
        case .keptFor(let unit, let date):
            "La réservation est gardée\u{A0}: \(quoted(unit)) ne peut pas la remplacer le \(date.french)."
        case .held(let unit, let reason):
            "\(quoted(unit)) en dépend, et ne peut pas être annulé. \(reason.french)"
        case .lockedForInvoicing(let date):
            "Le \(date.french) est clos pour la facturation\u{A0}: plus rien ne peut y être changé. Adressez-vous au service."
        }
    }
}
