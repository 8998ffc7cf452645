package import PortalCore

/// The absences that a family has reported.
package struct AbsenceListPage: HTML {
    private let frame: PortalFrame
    private let absences: [Absence]
    private let now: Instant

    /// - Parameter absences: the latest first.
    package init(frame: PortalFrame, absences: [Absence], now: Instant) {
        self.frame = frame
        self.absences = absences
        self.now = now
    }

    package var body: some HTML {
        PageLayout(frame.around(.home), title: "Mes absences", crumbs: [frame.homeCrumb]) {
            ButtonRow { LinkButton("Signaler une absence", to: frame.links.to(AbsencePage.form(nil)), style: .primary, icon: .absent) }
            if absences.isEmpty {
                EmptyState("Aucune absence à justifier", icon: .absent) {
                    p { "Les absences signalées après le délai d'annulation apparaîtront ici, avec leur justificatif." }
                }
            } else {
                ul(.class("list")) { ForEach(absences) { absence in li { line(absence) } } }
            }
        }
    }

    private func line(_ absence: Absence) -> some HTML {
        a(.class("person"), .href(frame.links.to(AbsencePage.absence(absence.id)))) {
            Initial(absence.child.firstName)
            span(.class("person-text")) {
                strong { "\(absence.child.firstName), \(absence.frenchDays)" }
                span(.class("hint")) { absence.reason }
            }
            AbsenceTag(absence: absence, now: now)
            IconView(.next)
        }
    }
}

/// How far an absence is, in a word.
struct AbsenceTag: HTML {
    let absence: Absence
    let now: Instant

    var body: some HTML {
        switch absence.state {
        case .settled: StateTag(absence.state.french, tone: .neutral, icon: .check)
        case .waits where !absence.takesCertificate(at: now): StateTag("Délai passé, facturée", tone: .danger, icon: .euro)
        case .waits: StateTag(absence.state.french, tone: .warning, icon: .file)
        case .toJudge: StateTag(absence.state.french, tone: .accent, icon: .clock)
        case .scanning: StateTag(absence.state.french, tone: .neutral, icon: .clock)
        case .accepted: StateTag(absence.state.french, tone: .success)
        case .refused: StateTag(absence.state.french, tone: .danger)
        }
    }
}

/// One absence: its days, what they cost, and its certificate.
package struct AbsenceFilePage: HTML {
    private let frame: PortalFrame
    private let file: AbsenceFile
    private let days: [AbsenceDayLine]
    private let form: FormState
    private let now: Instant

    package init(frame: PortalFrame, file: AbsenceFile, days: [AbsenceDayLine], form: FormState, now: Instant) {
        self.frame = frame
        self.file = file
        self.days = days
        self.form = form
        self.now = now
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.home),
            title: "Absence de \(file.absence.child.firstName)",
            introduction: "\(file.absence.frenchDays) · \(file.absence.reason)",
            crumbs: [frame.homeCrumb, Crumb("Mes absences", frame.links.to(AbsencePage.list))],
            form: form
        ) {
            AbsenceSummary(file: file, days: days, now: now)
            if file.absence.takesCertificate(at: now) {
                Card("Envoyer un justificatif", icon: .file) {
                    if let last = file.absence.times.lastMoment { p { "Il est attendu avant le \((file.absence.times.dueAt ?? last).french)." } }
                    HTMLTemplates.form(
                        .method(.post),
                        .action(frame.links.to(AbsencePage.absence(file.absence.id))),
                        .enctype(.multipart),
                        .novalidate()
                    ) {
                        frame.token
                        FileField(AbsenceForm.Field.certificate.rawValue, "Justificatif", isRequired: true, in: form)
                        ButtonRow { SubmitButton("Envoyer", icon: .check) }
                    }
                }
            }
        }
    }
}

/// A day of an absence with its names.
package struct AbsenceDayLine: Hashable, Sendable {
    package let date: CivilDate
    package let what: String
    /// What it costs.
    package let price: AbsencePrice

    package init(date: CivilDate, what: String, price: AbsencePrice) {
        self.date = date
        self.what = what
        self.price = price
    }
}

/// An absence's state, days and certificates: for parents and for the staff.
struct AbsenceSummary: HTML {
    let file: AbsenceFile
    let days: [AbsenceDayLine]
    let now: Instant

    var body: some HTML {
        p { AbsenceTag(absence: file.absence, now: now) }
        if file.absence.state == .scanning {
            Notice(.neutral, title: "Justificatif bien reçu") {
                p { "L'antivirus l'analyse, puis le service l'étudie. La date qui compte est celle de l'envoi." }
            }
        }
        if let judgement = file.absence.judgement, !judgement.note.isEmpty {
            Notice(file.absence.state == .accepted ? .success : .warning, title: "Réponse du service") { p { judgement.note } }
        }
        Card("Jours", icon: .calendar) {
            ul(.class("lines")) {
                ForEach(days) { day in
                    li {
                        div(.class("what")) {
                            strong { day.what }
                            span(.class("hint")) { time(.datetime(day.date.iso)) { day.date.french } }
                        }
                        div(.class("end")) {
                            if day.price.isNothing {
                                StateTag("Non facturé", tone: .success)
                            } else {
                                StateTag("Facturé \(day.price.tag)", tone: .warning, icon: .euro)
                            }
                        }
                    }
                }
            }
        }
        if !file.certificates.isEmpty {
            p { "Justificatif envoyé le \(file.certificates.map(\.sentAt.frenchNumeric).joined(separator: ", puis le "))." }
        }
    }
}

extension AbsencePrice {
    /// "à 100 %", "2,99 €", to be put after "Facturé".
    fileprivate var tag: String {
        switch self {
        case .percent(let rate): "à \(rate)\u{A0}%"
        case .amount(let amount): amount.french
        }
    }
}
