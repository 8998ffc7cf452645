package import PortalCore

/// The leaves that wait for an answer, and the places that are free in a week.
package struct NurseryLeavesPage: HTML {
    package struct Model: Sendable {
        package let asked: [LeaveCase]
        /// The days of the week on which the nursery may be open.
        package let days: [NurseryDayOff]
        package let monday: CivilDate
        /// Whether the reader answers to leaves.
        package let mayJudge: Bool
        /// The leave that a form was wrong about.
        package let wrong: (leave: Identifier<FamilyLeave>, form: FormState)?

        package init(
            asked: [LeaveCase],
            days: [NurseryDayOff],
            monday: CivilDate,
            mayJudge: Bool,
            wrong: (Identifier<FamilyLeave>, FormState)?
        ) {
            self.asked = asked
            self.days = days
            self.monday = monday
            self.mayJudge = mayJudge
            self.wrong = wrong.map { (leave: $0.0, form: $0.1) }
        }
    }

    private let place: NurseryPlace
    private let model: Model

    package init(place: NurseryPlace, model: Model) {
        self.place = place
        self.model = model
    }

    package var body: some HTML {
        PageLayout(
            place.frame.around(.nursery),
            title: "Congés et places libres",
            introduction: "\(place.nursery.place). Ce que les familles laissent peut être proposé en accueil occasionnel.",
            crumbs: place.crumbs,
            form: model.wrong?.form ?? FormState()
        ) {
            NurseryTabs(place: place, current: .leaves)
            if !model.asked.isEmpty {
                Card("Congés à accepter (\(model.asked.count))", icon: .calendar) {
                    ul(.class("lines")) {
                        ForEach(model.asked) { each in
                            LeaveCaseItem(
                                each: each,
                                frame: place.frame,
                                mayJudge: model.mayJudge,
                                form: model.wrong?.leave == each.leave.id ? model.wrong?.form ?? FormState() : FormState()
                            )
                        }
                    }
                }
            }
            Pagination(
                "Semaine",
                previous: ("Semaine précédente", link(model.monday.adding(days: -7))),
                current: "Semaine du \(model.monday.frenchWithoutWeekday)",
                next: ("Semaine suivante", link(model.monday.adding(days: 7)))
            )
            Card("Places laissées", icon: .calendar) {
                ul(.class("lines")) { ForEach(model.days) { day in DayOffItem(day: day, links: place.frame.links) } }
            }
        }
    }

    private func link(_ day: CivilDate) -> Link { place.frame.links.to(NurseryDeskPage.leaves(nursery: place.nursery.code, day: day)) }
}

private struct LeaveCaseItem: HTML {
    let each: LeaveCase
    let frame: PortalFrame
    let mayJudge: Bool
    let form: FormState

    var body: some HTML {
        LeaveItem(leave: each.leave) {
            LeaveJudging(each: each, frame: frame, mayJudge: mayJudge, form: form)
        }
    }
}

private struct LeaveJudging: HTML {
    let each: LeaveCase
    let frame: PortalFrame
    let mayJudge: Bool
    let form: FormState

    var body: some HTML {
        p {
            a(.href(frame.links.to(.contract(each.contract.id, Month(containing: each.leave.firstDay)) as NurseryDeskPage))) {
                each.contract.child.fullName
            }
            ", \(each.activity.place). Congés déjà comptés cette année du contrat, ceux-ci compris\u{A0}: \(each.allowance.used) sur \(each.allowance.allowed)."
        }
        if each.leave.count(.late) > 0 { p { "Annoncés hors délai\u{A0}: les accepter les déduit tout de même." } }
        if mayJudge {
            HTMLTemplates.form(.method(.post), .action(frame.links.to(.judgement(each.leave.id))), .novalidate()) {
                frame.token
                JudgementFields(line: "c\(each.leave.id.rawValue)", hint: "Obligatoire pour un refus.", form: form)
            }
        }
    }
}

private struct DayOffItem: HTML {
    let day: NurseryDayOff
    let links: PortalLinks

    var body: some HTML {
        li {
            div(.class("what")) {
                strong { time(.datetime(day.date.iso)) { day.date.french } }
                span(.class("hint")) {
                    day.closed.map { "Fermé\u{A0}: \($0)" }
                        ?? "\(day.expected) enfant\(day.expected > 1 ? "s" : "") attendu\(day.expected > 1 ? "s" : "")"
                }
            }
            if day.closed == nil {
                div(.class("end")) {
                    if day.free.isEmpty {
                        StateTag("Aucune", tone: .neutral, icon: .minus)
                    } else {
                        StateTag(day.free.count == 1 ? "1 place" : "\(day.free.count) places", tone: .success, icon: .plus)
                    }
                }
                if !day.free.isEmpty {
                    div(.class("why")) {
                        ForEach(day.free) { place in
                            p {
                                "\(place.span.french)\u{A0}: "
                                a(.href(links.to(.contract(place.contract, nil) as NurseryDeskPage))) { place.child.fullName }
                                ", \(why(place.state))"
                            }
                        }
                    }
                }
            }
        }
    }

    private func why(_ state: CareDay.State) -> String {
        switch state {
        case .leave(.asked, _): "congés, pas encore acceptés"
        case .leave: "congés"
        case .absent(_, let reason): reason.isEmpty ? "absence" : "absence\u{A0}: \(reason.prefix(1).lowercased())\(reason.dropFirst())"
        case .expected, .closed, .unplanned: ""
        }
    }
}
