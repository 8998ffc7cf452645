package import PortalCore

/// The priorities of a household, in its file; nothing where the town gives none.
package struct HouseholdMarksCard: HTML {
    package struct Model: Sendable {
        package let marks: [DatedMark]
        /// Whether the staff of this town note any.
        package let isUsed: Bool
        /// Whether the household's address makes it a resident, where that counts.
        package let isResident: Bool

        package init(marks: [DatedMark], isUsed: Bool, isResident: Bool) {
            self.marks = marks
            self.isUsed = isUsed
            self.isResident = isResident
        }
    }

    let household: Identifier<Household>
    let model: Model
    let frame: PortalFrame
    let mayChange: Bool
    let today: CivilDate

    package var body: some HTML {
        if model.isUsed || !model.marks.isEmpty {
            Card("Priorités", icon: .weeks) {
                if model.isResident { p { "Résidents, d'après l'adresse du foyer." } }
                if model.marks.isEmpty { p { model.isResident ? "Aucune autre priorité n'est notée." : "Aucune priorité n'est notée." } }
                ul(.class("list")) {
                    ForEach(model.marks) { noted in
                        li {
                            "\(noted.mark.rawValue.capitalizedFirst), \(noted.days.french) "
                            MarkTag(days: noted.days, today: today)
                        }
                    }
                }
                if mayChange { ButtonRow { LinkButton("Noter ou corriger une priorité", to: frame.links.to(.marks(household)), icon: .edit) } }
            }
        }
    }
}
