package import PortalCore

/// A child's care contract: what it says, its hours in a month, and the leave that was announced.
package struct CareContractPage: HTML {
    package struct Model: Sendable {
        package let file: CareFile
        package let month: CareMonth
        package let today: CivilDate

        package init(file: CareFile, month: CareMonth, today: CivilDate) {
            self.file = file
            self.month = month
            self.today = today
        }
    }

    private let frame: PortalFrame
    private let model: Model

    package init(frame: PortalFrame, model: Model) {
        self.frame = frame
        self.model = model
    }

    package var body: some HTML {
        let contract = model.file.contract
        PageLayout(
            frame.around(.home),
            title: "Accueil régulier de \(contract.child.firstName)",
            introduction: "\(model.file.activity.place), contrat \(contract.frenchDays)",
            crumbs: [frame.homeCrumb]
        ) {
            ButtonRow {
                LinkButton("Annoncer des congés", to: frame.links.to(.leave(contract.id)), style: .primary, icon: .calendar)
                LinkButton("Signaler une absence", to: frame.links.to(AbsencePage.form(contract.child.id)), icon: .absent)
            }
            MonthSteps(month: model.month.month) { frame.links.to(.contract(contract.id, $0) as NurseryPage) }
            div(.class("columns")) {
                div(.class("stack")) {
                    CareMonthCard(month: model.month)
                }
                div(.class("stack")) {
                    Card("Votre contrat", icon: .file) { CareFacts(file: model.file, today: model.today) }
                    Card("Congés", icon: .calendar) {
                        AllowanceWords(allowance: model.file.allowance(on: max(model.today, contract.firstDay)))
                        ParentLeaves(model: model, frame: frame)
                    }
                }
            }
        }
    }
}

/// What a contract says on a day, and what it will say.
struct CareFacts: HTML {
    let file: CareFile
    let today: CivilDate

    var body: some HTML {
        if let current = file.contract.terms.last(where: { $0.firstDay <= max(today, file.contract.firstDay) }) { CareTermsWords(terms: current) }
        ForEach(file.contract.terms.filter { $0.firstDay > max(today, file.contract.firstDay) }) { terms in
            h3 { "À partir du \(terms.firstDay.frenchWithoutWeekday)" }
            CareTermsWords(terms: terms)
        }
    }
}

private struct CareTermsWords: HTML {
    let terms: CareTerms

    var body: some HTML {
        p { strong { terms.frenchHours } }
        ForEach(terms.frenchWeeks) { words in p { words.prefix(1).uppercased() + words.dropFirst() } }
        p(.class("hint")) { "Congés déduits\u{A0}: \(terms.yearlyLeave == 1 ? "1 jour" : "\(terms.yearlyLeave) jours") par an." }
    }
}

/// What is left of a year's leave.
struct AllowanceWords: HTML {
    let allowance: LeaveAllowance

    var body: some HTML {
        p {
            strong { allowance.remaining == 1 ? "Il reste 1 jour" : "Il reste \(allowance.remaining) jours" }
            " sur \(allowance.allowed), du \(allowance.year.lowerBound.frenchWithoutWeekday) au \(allowance.year.upperBound.frenchWithoutWeekday)."
        }
    }
}

private struct ParentLeaves: HTML {
    let model: CareContractPage.Model
    let frame: PortalFrame

    var body: some HTML {
        if model.file.leaves.isEmpty {
            p(.class("hint")) { "Vous n'avez pas encore annoncé de congés." }
        } else {
            ul(.class("lines")) { ForEach(model.file.leaves) { leave in LeaveItem(leave: leave) { withdrawal(leave) } } }
        }
        p(.class("hint")) { model.file.policy.french }
    }

    private func withdrawal(_ leave: FamilyLeave) -> WithdrawalForm? {
        guard leave.state != .withdrawn, model.file.refusalToWithdraw(leave, today: model.today) == nil else { return nil }
        return WithdrawalForm(leave: leave, frame: frame)
    }
}

/// A leave with what becomes of its days, and what may be done about it.
struct LeaveItem<Act: HTML>: HTML {
    let leave: FamilyLeave
    let act: Act?

    init(leave: FamilyLeave, act: () -> Act?) {
        self.leave = leave
        self.act = act()
    }

    var body: some HTML {
        li {
            div(.class("what")) {
                strong { leave.frenchDays.prefix(1).uppercased() + leave.frenchDays.dropFirst() }
                span(.class("hint")) { "Annoncés le \(leave.announcedAt.frenchNumeric)" }
            }
            div(.class("end")) { LeaveTag(state: leave.state) }
            div(.class("why")) {
                if !leave.days.isEmpty { p { leave.frenchCharges } }
                if !leave.note.isEmpty { p { "Réponse du service\u{A0}: \(leave.note)" } }
                if let act { act }
            }
        }
    }
}

/// How far a leave is, in a word.
struct LeaveTag: HTML {
    let state: LeaveState

    var body: some HTML {
        switch state {
        case .asked: StateTag(state.french, tone: .accent, icon: .clock)
        case .accepted: StateTag(state.french, tone: .success)
        case .refused: StateTag(state.french, tone: .warning, icon: .euro)
        case .withdrawn: StateTag(state.french, tone: .neutral, icon: .minus)
        }
    }
}

private struct WithdrawalForm: HTML {
    let leave: FamilyLeave
    let frame: PortalFrame

    var body: some HTML {
        form(.method(.post), .action(frame.links.to(.withdrawal(leave.contract, leave.id)))) {
            frame.token
            button(.class("button quiet"), .type(.submit)) {
                IconView(.cross)
                "Retirer ces congés"
                span(.class("v")) { " \(leave.frenchDays)" }
            }
        }
    }
}

extension FamilyLeave {
    /// "5 jours déduits, 2 facturés au-delà des congés prévus".
    var frenchCharges: String {
        guard state != .asked else { return days.count == 1 ? "1 jour demandé" : "\(days.count) jours demandés" }
        let parts: [(LeaveCharge, String, String)] = [
            (.deducted, "jour déduit", "jours déduits"), (.overAllowance, "facturé au-delà des congés prévus", "facturés au-delà des congés prévus"),
            (.late, "jour facturé, annoncé hors délai", "jours facturés, annoncés hors délai"), (.refused, "jour facturé", "jours facturés"),
        ]
        return parts.compactMap { charge, one, many in
            let count = count(charge)
            return count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
        }.joined(separator: ", ")
    }
}
