import PortalCore

/// Changes with their answers, one line each: before they are confirmed or afterwards.
struct BookingLines: HTML {
    enum Moment {
        case before, after
    }

    private let title: String
    private let icon: Icon
    private let lines: [BookingReviewLine]
    private let moment: Moment

    init(_ title: String, icon: Icon, lines: [BookingReviewLine], _ moment: Moment) {
        self.title = title
        self.icon = icon
        self.lines = lines
        self.moment = moment
    }

    var body: some HTML {
        if !lines.isEmpty {
            Card("\(title) (\(lines.count))", icon: icon) {
                ul(.class("lines")) { ForEach(lines) { line in BookingLine(line: line, moment: moment) } }
            }
        }
    }
}

private struct BookingLine: HTML {
    let line: BookingReviewLine
    let moment: BookingLines.Moment

    var body: some HTML {
        li {
            div(.class("what")) {
                strong { [line.childName, line.unitName].filter { !$0.isEmpty }.joined(separator: ", ") }
                span(.class("hint")) {
                    time(.datetime(line.change.slot.date.iso)) { line.change.slot.date.french }
                    line.activityName.isEmpty ? "" : " · \(line.activityName)"
                }
            }
            div(.class("end")) {
                tag
                if line.outcome.isAccepted { span(.class("hint")) { Price(difference: line.difference) } }
            }
            if let explanation { p(.class("why")) { explanation } }
        }
    }

    private var tag: StateTag {
        switch (line.outcome, line.change.kind, moment) {
        case (.accepted, .add, .before): StateTag("À réserver", tone: .success, icon: .plus)
        case (.accepted, .cancel, .before): StateTag("À annuler", tone: .neutral, icon: .minus)
        case (.accepted, .add, .after): StateTag("Réservé", tone: .success)
        case (.accepted, .cancel, .after): StateTag("Annulé", tone: .neutral)
        case (.acceptedLate, _, .before): StateTag("Hors délai", tone: .warning, icon: .clock)
        case (.acceptedLate, _, .after): StateTag("Réservé hors délai", tone: .warning, icon: .clock)
        case (.recordedAsAbsence, _, _): StateTag("Absence", tone: .warning, icon: .absent)
        case (.alreadySo, _, _): StateTag("Déjà fait", tone: .neutral)
        case (.refused, _, .before): StateTag("Impossible", tone: .danger)
        case (.refused, _, .after): StateTag("Refusé", tone: .danger)
        }
    }

    /// The rule that speaks, with its date.
    private var explanation: String? {
        switch line.outcome {
        case .accepted: nil
        case .acceptedLate: "Le délai est dépassé\u{A0}: une majoration de \(line.surcharge.french) est comprise dans le prix."
        case .recordedAsAbsence(let sentence), .refused(let sentence): sentence
        case .alreadySo: "Rien à faire\u{A0}: c'est déjà enregistré."
        }
    }
}

extension [BookingReviewLine] {
    /// What the lines add to the family's charges.
    var difference: Cents { reduce(.zero) { $0 + $1.difference } }

    func accepted(_ kind: BookingChange.Kind) -> [BookingReviewLine] { filter { $0.outcome.isAccepted && $0.change.kind == kind } }
    var refused: [BookingReviewLine] { filter(\.outcome.isRefused) }
    var unchanged: [BookingReviewLine] { filter { $0.outcome == .alreadySo } }
}
