package import PortalCore

/// "Garde de Léa": who has the child on each day of a month, in words and as a calendar, and swapping days with the other home.
package struct SharedCustodyPage: HTML {
    package struct Model: Sendable {
        package let frame: PortalFrame
        package let custody: SharedCustody
        package let month: Month
        package let today: CivilDate
        package let school: SchoolCalendar
        package let form: FormState

        package init(frame: PortalFrame, custody: SharedCustody, month: Month, today: CivilDate, school: SchoolCalendar, form: FormState) {
            self.frame = frame
            self.custody = custody
            self.month = month
            self.today = today
            self.school = school
            self.form = form
        }

        func address(_ month: Month?) -> Link { frame.links.to(.custody(custody.child.id, month) as FamilyFilePage) }
    }

    private let model: Model

    package init(_ model: Model) {
        self.model = model
    }

    package var body: some HTML {
        let child = model.custody.child
        PageLayout(
            model.frame.around(.family),
            title: "Garde alternée\u{A0}: \(child.firstName)",
            introduction: "Chaque jour, le foyer où vit \(child.firstName) réserve et paie.",
            crumbs: [
                model.frame.homeCrumb, Crumb("Ma famille", model.frame.links.to(.family)),
                Crumb(child.firstName, model.frame.links.to(.child(child.id))),
            ],
            form: model.form
        ) {
            div(.class("columns")) {
                Card("Jour par jour", icon: .calendar) { CustodyMonth(model: model) }
                Card("En mots", icon: .agenda) { CustodyWords(model: model) }
            }
            if !model.custody.wishes.isEmpty { CustodyWishes(model: model) }
            if model.custody.mayAsk { CustodyWishCard(model: model) }
        }
    }
}

/// The month as a calendar: each day says whose it is in a word, not by its colour alone.
private struct CustodyMonth: HTML {
    let model: SharedCustodyPage.Model

    var body: some HTML {
        Pagination(
            "Mois",
            previous: (model.month.previous.frenchName.capitalizedFirst, model.address(model.month.previous)),
            current: model.month.french.capitalizedFirst,
            next: (model.month.next.frenchName.capitalizedFirst, model.address(model.month.next))
        )
        table(.class("custody")) {
            caption(.class("v")) { "Où vit \(model.custody.child.firstName) chaque jour de \(model.month.french)" }
            thead {
                tr { ForEach(Weekday.allCases) { weekday in th(.scope(.column)) { String(weekday.frenchName.prefix(3)) } } }
            }
            tbody {
                ForEach(weeks) { monday in
                    tr { ForEach(0..<7) { day in CustodyDay(model: model, day: monday.adding(days: day)) } }
                }
            }
        }
    }

    private var weeks: [CivilDate] { model.month.wholeWeeks.filter { $0.weekday == .monday } }
}

private struct CustodyDay: HTML {
    let model: SharedCustodyPage.Model
    let day: CivilDate

    var body: some HTML {
        if model.month.contains(day) {
            let isHome = model.custody.isHome(on: day, in: model.school)
            td(.class(isHome ? "home" : "away")) {
                strong { String(day.day) }
                span { isHome ? "Vous" : "Autre" }
                if day == model.today { span(.class("v")) { "aujourd'hui" } }
            }
        } else {
            td {}
        }
    }
}

private struct CustodyWords: HTML {
    let model: SharedCustodyPage.Model

    var body: some HTML {
        ul {
            ForEach(spans) { span in
                li {
                    "\(span.days.frenchSpan.capitalizedFirst)\u{A0}: "
                    strong { span.isHome ? "chez vous" : "à l'autre foyer" }
                }
            }
        }
        ForEach(model.custody.rules) { rule in p(.class("hint")) { rule } }
    }

    private var spans: [(days: ClosedRange<CivilDate>, isHome: Bool)] {
        model.custody.spans(over: model.month.firstDay...model.month.lastDay, in: model.school)
    }
}

private struct CustodyWishes: HTML {
    let model: SharedCustodyPage.Model

    var body: some HTML {
        Card("Échanges demandés", icon: .request, id: "echanges") {
            ForEach(model.custody.wishes) { wish in
                div(.class("stack")) {
                    p {
                        strong {
                            "\(wish.days.frenchSpan.capitalizedFirst)\u{A0}: \(model.custody.isForOwnHome(wish) ? "chez vous" : "à l'autre foyer")"
                        }
                        " "
                        StateTag(wish.state.french, tone: tone(wish.state))
                    }
                    p(.class("hint")) { "Demandé par \(wish.askedByName) le \(wish.askedAt.frenchNumeric)" }
                    if !wish.message.isEmpty { TownText(TextBlock.blocks(of: wish.message)) }
                    if wish.state == .asked && model.custody.mayAsk { CustodyAnswer(model: model, wish: wish) }
                }
            }
        }
    }

    private func tone(_ state: CustodyWishState) -> Tone {
        switch state {
        case .asked: .accent
        case .agreed: .success
        case .refused: .warning
        case .withdrawn: .neutral
        }
    }
}

private struct CustodyAnswer: HTML {
    let model: SharedCustodyPage.Model
    let wish: CustodyWish

    var body: some HTML {
        form(.method(.post), .action(model.address(nil))) {
            model.frame.token
            HiddenField(CustodyWishAct.wish, String(wish.id.rawValue))
            ButtonRow {
                if model.custody.isReaders(wish) {
                    SubmitButton("Retirer ma demande", style: .secondary, name: CustodyWishAct.field, value: CustodyWishState.withdrawn.rawValue)
                } else {
                    SubmitButton("Accepter", name: CustodyWishAct.field, value: CustodyWishState.agreed.rawValue)
                    SubmitButton("Refuser", style: .secondary, name: CustodyWishAct.field, value: CustodyWishState.refused.rawValue)
                }
            }
        }
    }
}

private struct CustodyWishCard: HTML {
    let model: SharedCustodyPage.Model

    var body: some HTML {
        Card("Demander un échange", icon: .edit) {
            p { "L'autre foyer reçoit votre demande et y répond\u{A0}; le service peut aussi le faire. Rien ne change avant." }
            form(.method(.post), .action(model.address(nil)), .novalidate(), .class("form")) {
                model.frame.token
                TextField(CustodyWishForm.Field.firstDay.rawValue, "Du", kind: .date, in: model.form)
                TextField(CustodyWishForm.Field.lastDay.rawValue, "Au, ce jour compris", kind: .date, in: model.form)
                RadioGroup(
                    CustodyWishForm.Field.home.rawValue,
                    "\(model.custody.child.firstName) sera",
                    choices: [
                        Choice(CustodyWishForm.Home.own.rawValue, "chez moi"), Choice(CustodyWishForm.Home.other.rawValue, "à l'autre foyer"),
                    ],
                    in: model.form
                )
                TextAreaField(
                    CustodyWishForm.Field.message.rawValue,
                    "Message",
                    hint: "L'autre parent et le service le lisent.",
                    isRequired: false,
                    in: model.form
                )
                SubmitButton("Envoyer la demande", name: CustodyWishAct.field, value: CustodyWishAct.ask)
            }
        }
    }
}

/// The names of the forms' buttons: asking, or the state that an answer gives a wish.
package enum CustodyWishAct {
    package static let field = "acte"
    package static let wish = "echange"
    package static let ask = "demander"
}
