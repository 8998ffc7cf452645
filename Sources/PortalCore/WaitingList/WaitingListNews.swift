/// What becomes of a place that a family waits for, told by mail and in the journal.
enum WaitingListNews: Hashable {
    /// Held for the family up to that moment.
    case offered(until: Instant)
    /// Booked.
    case given
    /// A place was free, and could not be given: the sentence says why.
    case passedOver(String)
    /// Not accepted in time: it goes to the next.
    case expired(Instant)
    /// The limit of the day has come without a free place.
    case tooLate(DeadlineLimit)
    /// Closed, and why.
    case closed(String)
    /// The staff book what was asked after the limit, with this surcharge and their words.
    case accepted(surcharge: Cents, String)
    /// The staff refuse what was asked, and why.
    case refused(String)
    /// The day has come before the staff answered.
    case unanswered
    /// The staff took the family out of the line, and why.
    case removed(String)
}

extension WaitingListNews {
    /// The end of a line of the mail, after the day, the child and the unit.
    var french: String {
        switch self {
        case .offered(let until): "une place vous est proposée, à accepter avant le \(until.french)"
        case .given: "une place s'est libérée, elle est réservée"
        case .passedOver(let reason):
            "une place s'est libérée, mais elle ne peut pas vous être donnée. \(reason) Vous gardez votre rang pour les places suivantes"
        case .expired(let until): "la place proposée n'a pas été acceptée avant le \(until.french)\u{A0}: elle va à la famille suivante"
        case .tooLate(let limit):
            "aucune place ne s'est libérée dans les délais (réservable \(limit.words))\u{A0}: vous n'êtes plus en liste d'attente"
        case .closed(let reason): "fermé (\(reason))\u{A0}: vous n'êtes plus en liste d'attente"
        case .accepted(.zero, let words): "le service a accepté votre demande, c'est réservé\(words.isEmpty ? "" : "\u{A0}: \(words)")"
        case .accepted(let surcharge, let words):
            "le service a accepté votre demande, c'est réservé avec une majoration de \(surcharge.french)\(words.isEmpty ? "" : "\u{A0}: \(words)")"
        case .refused(let reason): "le service n'a pas pu accepter votre demande\u{A0}: \(reason)"
        case .unanswered: "le jour est passé avant que le service ne réponde à votre demande"
        case .removed(let reason): "le service vous a retiré de la liste d'attente\u{A0}: \(reason)"
        }
    }

    /// Whether the child is booked by it.
    var isBooked: Bool {
        switch self {
        case .given, .accepted: true
        case .offered, .passedOver, .expired, .tooLate, .closed, .refused, .unanswered, .removed: false
        }
    }

    /// The mail's subject, after the town's name.
    var subject: String {
        switch self {
        case .offered: "une place vous est proposée"
        case .given: "une place est réservée"
        case .passedOver: "une place n'a pas pu vous être donnée"
        case .accepted, .refused: "réponse à votre demande"
        case .expired, .tooLate, .closed, .unanswered, .removed: "votre liste d'attente"
        }
    }

    var act: AuditAct {
        switch self {
        case .offered: .placeOffered
        case .given: .placeGiven
        case .passedOver: .placePassedOver
        case .expired: .offerExpired
        case .tooLate, .closed, .unanswered: .waitingEnded
        case .removed: .waitingRemoved
        case .accepted, .refused: .askSettled
        }
    }
}

extension AuditAct {
    /// Subject of each: the child; the detail has the unit's number and the day.
    static let placeOffered = AuditAct(rawValue: "waiting.offered")
    static let placeGiven = AuditAct(rawValue: "waiting.given")
    static let placePassedOver = AuditAct(rawValue: "waiting.passedOver")
    static let offerExpired = AuditAct(rawValue: "waiting.expired")
    static let waitingEnded = AuditAct(rawValue: "waiting.ended")
    static let waitingRemoved = AuditAct(rawValue: "waiting.removed")
    static let waitingMoved = AuditAct(rawValue: "waiting.moved")
    static let askSettled = AuditAct(rawValue: "asked.settled")
}
