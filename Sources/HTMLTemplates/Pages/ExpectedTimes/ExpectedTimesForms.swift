package import PortalCore

/// A child's habits at an activity to be said, and its coming days, each of which may differ.
struct ExpectedTimesForms: HTML {
    let habits: ChildTimes
    let days: [ExpectedDay]
    let action: Link
    let dayLink: (ExpectedDay) -> Link
    let frame: PortalFrame
    let form: FormState

    var body: some HTML {
        Card("Heures habituelles", icon: .clock) {
            HTMLTemplates.form(.method(.post), .action(action), .novalidate(), .class("form")) {
                frame.token
                ForEach(habits.units) { unit in
                    fieldset(.class("field")) {
                        legend { "\(unit.name), de \(unit.startsAt.french) à \(unit.endsAt.french)" }
                        ForEach(unit.askedMoments) { moment in ExpectedTimeSelect(moment, unit, none: "Non précisée", in: form) }
                    }
                }
                SubmitButton("Enregistrer les heures habituelles")
            }
        }
        Card("Les jours réservés des quatre prochaines semaines", icon: .calendar) {
            if days.isEmpty {
                EmptyState("Rien n'est réservé", icon: .calendar) { p { "Les jours réservés apparaîtront ici." } }
            } else {
                p(.class("hint")) { "Une autre heure un jour donné se dit jusqu'au jour même, tant que le pointage n'est pas clos." }
                ul(.class("lines")) { ForEach(days) { day in ExpectedDayLine(day: day, change: day.hindrance == nil ? dayLink(day) : nil) } }
            }
        }
    }
}

/// One of a child's coming days.
private struct ExpectedDayLine: HTML {
    let day: ExpectedDay
    let change: Link?

    var body: some HTML {
        li {
            div(.class("what")) {
                strong { time(.datetime(day.date.iso)) { day.date.french.capitalizedFirst } }
                span(.class("hint")) { "\(day.unit.name)\u{A0}: \(day.times?.french ?? "heure non précisée")" }
            }
            div(.class("end")) {
                if day.isException { StateTag("Ce jour seulement", tone: .accent) }
                if let change {
                    a(.class("button quiet"), .href(change)) {
                        "Changer"
                        span(.class("v")) { " les heures du \(day.date.french), \(day.unit.name)" }
                    }
                }
            }
        }
    }
}

/// The times that a unit offers, and the choice of none.
struct ExpectedTimeSelect: HTML {
    private let moment: ExpectedMoment
    private let unit: BookableUnit
    private let none: String
    private let form: FormState

    init(_ moment: ExpectedMoment, _ unit: BookableUnit, none: String, in form: FormState) {
        self.moment = moment
        self.unit = unit
        self.none = none
        self.form = form
    }

    var body: some HTML {
        SelectField(
            ExpectedTimeField(moment, unit).rawValue,
            moment.french,
            choices: [Choice("", none)] + unit.times(of: moment).map { Choice($0.clock, $0.french) },
            isRequired: false,
            in: form
        )
    }
}

/// The times of one booked day to be said, or why they no longer can.
struct DayTimesForm: HTML {
    let day: ExpectedDay
    let action: Link
    let frame: PortalFrame
    let form: FormState

    var body: some HTML {
        if let hindrance = day.hindrance {
            Notice(.warning, title: "Ces heures ne se changent plus") { p { hindrance.french } }
        } else {
            HTMLTemplates.form(.method(.post), .action(action), .novalidate(), .class("form")) {
                frame.token
                p(.class("hint")) { "Pour ce jour seulement. La réservation et son prix ne changent pas." }
                ForEach(day.unit.askedMoments) { moment in ExpectedTimeSelect(moment, day.unit, none: usual(moment), in: form) }
                SubmitButton("Enregistrer pour ce jour")
            }
        }
    }

    /// "Comme d'habitude (17 h 30)".
    private func usual(_ moment: ExpectedMoment) -> String {
        "Comme d'habitude (\(day.unit.shown(day.usual)?[moment]?.french ?? "non précisée"))"
    }
}

extension FormState {
    /// The form as a child's habits stand.
    package init(_ habits: ChildTimes) {
        var values: [String: String] = [:]
        for unit in habits.units {
            for moment in unit.askedMoments { values[ExpectedTimeField(moment, unit).rawValue] = habits.usual[unit.id]?[moment]?.clock ?? "" }
        }
        self.init(values: values)
    }

    /// The form as a day stands.
    package init(_ day: ExpectedDay) {
        let fields = day.unit.askedMoments.map { (ExpectedTimeField($0, day.unit).rawValue, day.said[$0]?.clock ?? "") }
        self.init(values: Dictionary(fields, uniquingKeysWith: { first, _ in first }))
    }
}
