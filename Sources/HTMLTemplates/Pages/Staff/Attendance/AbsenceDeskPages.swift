package import PortalCore

/// What a judge of certificates decides.
package enum JudgementAct: String, Sendable {
    case accept = "accepter"
    case refuse = "refuser"
}

/// The certificates that wait for the staff, and the absences that wait for theirs.
package struct AbsenceInboxPage: HTML {
    private let frame: PortalFrame
    private let state: AbsenceState
    private let absences: [Absence]
    private let backlog: ScanBacklog?
    private let now: Instant

    /// - Parameter absences: the longest wait first.
    package init(frame: PortalFrame, state: AbsenceState, absences: [Absence], backlog: ScanBacklog?, now: Instant) {
        self.frame = frame
        self.state = state
        self.absences = absences
        self.backlog = backlog
        self.now = now
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.absences),
            title: "Absences",
            introduction: "Les justificatifs que les parents ont envoyés.",
            crumbs: [Crumb("Aujourd'hui", frame.links.to(.home as StaffPage))]
        ) {
            nav(.class("tabs"), .ariaLabel("État des absences")) {
                ul {
                    ForEach([AbsenceState.toJudge, .waits, .scanning, .accepted, .refused, .settled]) { each in
                        li {
                            a(
                                .class("button secondary"),
                                .href(frame.links.to(AttendanceDeskPage.absences(each))),
                                .ariaCurrent(each == state ? .page : nil)
                            ) { each.french }
                        }
                    }
                }
            }
            if let backlog { ScanBacklogNotice(backlog: backlog) }
            if absences.isEmpty {
                EmptyState("Aucune absence ici", icon: .check) { p { "Les absences dans cet état apparaîtront ici." } }
            } else {
                ul(.class("list")) { ForEach(absences) { absence in li { line(absence) } } }
            }
        }
    }

    private func line(_ absence: Absence) -> some HTML {
        a(.class("person"), .href(frame.links.to(AttendanceDeskPage.absence(absence.id)))) {
            Initial(absence.child.firstName)
            span(.class("person-text")) {
                strong { absence.child.fullName }
                span(.class("hint")) { "\(absence.frenchDays) · \(absence.reason) · signalée le \(absence.reportedAt.frenchNumeric)" }
            }
            AbsenceTag(absence: absence, now: now)
            IconView(.next)
        }
    }
}

/// One absence with its certificates, to be judged.
package struct AbsenceDeskFilePage: HTML {
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
            frame.around(.absences),
            title: file.absence.child.fullName,
            introduction: "Absence \(file.absence.frenchDays) · \(file.absence.reason)",
            crumbs: [Crumb("Absences", frame.links.to(AttendanceDeskPage.absences(.toJudge)))],
            form: form
        ) {
            AbsenceSummary(file: file, days: days, now: now)
            ForEach(file.certificates.filter(\.isScanned)) { certificate in
                p {
                    LinkButton(
                        "Télécharger le justificatif (\(certificate.french))",
                        to: frame.links.to(AttendanceDeskPage.certificate(file.absence.id, certificate.id)),
                        icon: .file
                    )
                }
            }
            if file.certificates.contains(where: \.isScanned) { p(.class("hint")) { "Chaque lecture d'un justificatif est notée dans le journal." } }
            if file.absence.state == .toJudge { judging }
            if let dueAt = file.absence.times.dueAt { p { "Justificatif attendu avant le \(dueAt.french)." } }
        }
    }

    private var judging: some HTML {
        Card("Juger le justificatif", icon: .edit) {
            HTMLTemplates.form(.method(.post), .action(frame.links.to(AttendanceDeskPage.absence(file.absence.id))), .novalidate()) {
                frame.token
                JudgementFields(line: nil, hint: "Obligatoire pour un refus\u{A0}: le parent le reçoit par courriel.", form: form)
            }
        }
    }
}
