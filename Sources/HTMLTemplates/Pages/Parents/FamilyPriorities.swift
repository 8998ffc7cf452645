package import PortalCore

/// What makes a household come first in the town's rules.
package struct FamilyPriorities: Sendable {
    /// As the staff have noted them.
    package let marks: [DatedMark]
    /// By its address.
    package let isResident: Bool

    package init(marks: [DatedMark], isResident: Bool) {
        self.marks = marks
        self.isResident = isResident
    }
}

/// The priorities that hold for a household, until when, and how to have them corrected. Parents only read them.
struct FamilyPrioritiesList: HTML {
    let priorities: FamilyPriorities
    let today: CivilDate

    var body: some HTML {
        h3 { "Priorités" }
        if current.isEmpty && !priorities.isResident { p { "Aucune priorité n'est notée pour votre foyer." } }
        ul(.class("people")) {
            if priorities.isResident { li { PersonLink("Résidents", detail: "D'après l'adresse du foyer", to: nil) } }
            ForEach(current) { noted in li { PersonLink(noted.mark.rawValue.capitalizedFirst, detail: days(noted.days), to: nil) } }
        }
        p(.class("hint")) {
            "Une priorité vaut pour les jours réservés entre ses dates. "
            "Pour la faire noter, prolonger ou corriger, adressez-vous au service avec votre justificatif."
        }
    }

    /// Those that hold, or will.
    private var current: [DatedMark] { priorities.marks.filter { $0.days.lastDay.map { $0 >= today } ?? true } }

    private func days(_ days: MarkDays) -> String {
        guard days.firstDay <= today else { return days.french.capitalizedFirst }
        return days.lastDay.map { "Jusqu'au \($0.frenchWithoutWeekday)" } ?? "Sans date de fin"
    }
}
