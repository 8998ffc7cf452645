package import PortalCore

/// Locking periods for invoicing.
package struct BillingLocksPage: HTML {
    package struct Model: Sendable {
        package let locks: [BillingLock]
        /// The days that stand in the way of the period that was asked for.
        package let openDays: [UncalledDay]
        package let form: FormState
        /// The lock that the error of the reason is about.
        package let wrongLock: Identifier<BillingLock>?

        package init(locks: [BillingLock], openDays: [UncalledDay], form: FormState, wrongLock: Identifier<BillingLock>? = nil) {
            self.locks = locks
            self.openDays = openDays
            self.form = form
            self.wrongLock = wrongLock
        }
    }

    private let frame: PortalFrame
    private let model: Model

    package init(frame: PortalFrame, model: Model) {
        self.frame = frame
        self.model = model
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.billingLocks),
            title: "Verrouillage pour la facturation",
            introduction: "Sur les jours d'une période verrouillée, plus personne ne change une réservation ou un pointage.",
            crumbs: [Crumb("Aujourd'hui", frame.links.to(.home as StaffPage))],
            form: model.form
        ) {
            Card("Verrouiller une période", icon: .lock) {
                form(.method(.post), .action(frame.links.to(AttendanceDeskPage.locks)), .novalidate()) {
                    frame.token
                    TextField(BillingLockService.Field.firstDay.rawValue, "Premier jour", kind: .date, in: model.form)
                    TextField(BillingLockService.Field.lastDay.rawValue, "Dernier jour", kind: .date, in: model.form)
                    ButtonRow { SubmitButton("Verrouiller", icon: .lock) }
                }
            }
            if !model.openDays.isEmpty {
                Card("Journées à clore d'abord (\(model.openDays.count))", icon: .clock) {
                    ul { ForEach(model.openDays) { day in li { UncalledDayWords.line(day) } } }
                }
            }
            Card("Périodes verrouillées", icon: .agenda) {
                if model.locks.isEmpty { p { "Aucune période n'a encore été verrouillée." } }
                ul(.class("list")) { ForEach(model.locks) { lock in li { LockLine(frame: frame, lock: lock) } } }
            }
        }
    }
}

/// The words of a day that waits for its roll call.
enum UncalledDayWords {
    static func line(_ day: UncalledDay) -> String { "\(day.date.french), \(day.activity.name)\u{A0}: \(count(day))" }

    static func count(_ day: UncalledDay) -> String {
        switch day.uncalled {
        case 0: "à clore"
        case 1: "1 enfant à pointer"
        default: "\(day.uncalled) enfants à pointer"
        }
    }
}

private struct LockLine: HTML {
    let frame: PortalFrame
    let lock: BillingLock

    var body: some HTML {
        div(.class("roll-found")) {
            span {
                strong { "Du \(lock.firstDay.frenchWithoutWeekday) au \(lock.lastDay.frenchWithoutWeekday)" }
                span(.class("hint")) { "Verrouillée le \(lock.lockedAt.frenchNumeric) par \(lock.lockedBy)" }
            }
            if let releasedAt = lock.releasedAt {
                StateTag("Rouverte le \(releasedAt.frenchNumeric)", tone: .neutral)
            } else {
                release
            }
        }
    }

    private var release: some HTML {
        details {
            summary { "Rouvrir" }
            form(.method(.post), .action(frame.links.to(.lockRelease(lock.id)))) {
                frame.token
                label(.class("field"), .for("motif-\(lock.id.rawValue)")) { "Pourquoi la rouvrir" }
                input(
                    .type(.text),
                    .class("wide"),
                    .id("motif-\(lock.id.rawValue)"),
                    .name(BillingLockService.Field.reason.rawValue),
                    .required(true)
                )
                SubmitButton("Rouvrir la période", style: .danger)
            }
        }
    }
}
