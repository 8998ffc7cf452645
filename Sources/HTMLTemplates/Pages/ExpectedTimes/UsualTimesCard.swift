import PortalCore

/// When a family's children usually come and leave, with the way to say it.
struct UsualTimesCard: HTML {
    let habits: [ChildTimes]
    let links: PortalLinks

    var body: some HTML {
        if !habits.isEmpty {
            Card("Heures habituelles", icon: .clock, id: "heures") {
                p(.class("hint")) { "Quand vos enfants arrivent ou partent, pour l'équipe qui les accueille. Le prix ne change pas." }
                ul(.class("lines")) {
                    ForEach(habits) { habit in
                        li {
                            div(.class("what")) {
                                strong { habit.child.firstName }
                                span(.class("hint")) { habit.activity.name }
                                ForEach(habit.units) { unit in span(.class("hint")) { habit.words(of: unit) } }
                            }
                            div(.class("end")) {
                                LinkButton(
                                    "Heures de \(habit.child.firstName)",
                                    to: links.to(FamilyFilePage.times(habit.child.id, activity: habit.activity.code)),
                                    style: .quiet,
                                    icon: .edit
                                )
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The same of one child, in the family's file that the staff read.
struct ChildTimesCard: HTML {
    let habits: ChildTimes
    /// nil for who may not change it.
    let change: Link?

    var body: some HTML {
        Card("Heures habituelles de \(habits.child.firstName)\u{A0}: \(habits.activity.name)", icon: .clock) {
            DefinitionList(habits.units.map { Definition($0.name, habits.usual(at: $0)?.french.capitalizedFirst ?? "Non précisé") })
            if let change { ButtonRow { LinkButton("Changer les heures", to: change, icon: .edit) } }
        }
    }
}

extension ChildTimes {
    /// "Soir : part à 17 h 30", "Soir : à préciser".
    fileprivate func words(of unit: BookableUnit) -> String { "\(unit.name)\u{A0}: \(usual(at: unit)?.french ?? "à préciser")" }
}
