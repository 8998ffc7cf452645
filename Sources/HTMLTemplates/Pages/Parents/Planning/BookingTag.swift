import PortalCore

/// The answer to a change, in a word.
struct BookingTag: HTML {
    let line: BookingReviewLine
    let moment: BookingLines.Moment

    var body: some HTML {
        switch (line.outcome, line.change.kind, moment) {
        case (.accepted, .add, .before), (.acceptedAlong, .add, .before): StateTag("À réserver", tone: .success, icon: .plus)
        case (.accepted, .cancel, .before), (.acceptedAlong, .cancel, .before): StateTag("À annuler", tone: .neutral, icon: .minus)
        case (.accepted, .add, .after), (.acceptedAlong, .add, .after): StateTag("Réservé", tone: .success)
        case (.accepted, .cancel, .after), (.acceptedAlong, .cancel, .after): StateTag("Annulé", tone: .neutral)
        case (.acceptedLate, _, .before): StateTag("Hors délai", tone: .warning, icon: .clock)
        case (.acceptedLate, _, .after): StateTag("Réservé hors délai", tone: .warning, icon: .clock)
        case (.recordedAsAbsence, _, _): StateTag("Absence", tone: .warning, icon: .absent)
        case (.waiting(let rank), _, _): StateTag("Liste d'attente, rang \(rank)", tone: .warning, icon: .clock)
        case (.asked, _, _): StateTag("Demandé au service", tone: .warning, icon: .request)
        case (.left, _, _): StateTag("Liste d'attente quittée", tone: .neutral, icon: .minus)
        case (.alreadySo, _, _): StateTag("Déjà fait", tone: .neutral)
        case (.refused, _, .before): StateTag("Impossible", tone: .danger)
        case (.refused, _, .after): StateTag("Refusé", tone: .danger)
        }
    }

    /// Answers of the same rank have the same word.
    static func rank(_ outcome: BookingOutcome) -> Int {
        switch outcome {
        case .accepted, .acceptedAlong: 0
        case .acceptedLate: 1
        case .recordedAsAbsence: 2
        case .alreadySo: 3
        case .refused: 4
        case .waiting: 5
        case .asked: 6
        case .left: 7
        }
    }
}

extension BookingReviewLine {
    /// "Léa, Repas".
    var who: String { [childName, unitName].filter { !$0.isEmpty }.joined(separator: ", ") }

    /// The rule that speaks, with its date.
    var explanation: String? {
        if let passedLimit { return passedLimit }
        return switch outcome {
        case .accepted, .left, .alreadySo: nil
        case .acceptedLate: "Le délai est dépassé\u{A0}: une majoration de \(surcharge.french) est comprise dans le prix."
        case .acceptedAlong(let sentence), .recordedAsAbsence(let sentence), .asked(let sentence), .refused(let sentence): sentence
        case .waiting: "C'est complet\u{A0}: si une place se libère à votre tour, un courriel vous prévient."
        }
    }
}
