/// A change of an activity as an administrator types it.
package struct ActivityForm: Hashable, Sendable {
    /// Which form of the page it is; the raw value is what the form sends.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case extraDays = "jours"
        case extraDayRemoval = "retrait-jour"
        case horizon = "ouverture"
        case horizonRemoval = "retrait-ouverture"
        case window = "fenetre"
        case windowRemoval = "retrait-fenetre"
        case places = "places"
        case times = "heures"
    }

    /// The names of the fields, in the order of the page. No two forms share one.
    package enum Field: String, CaseIterable, Hashable, Sendable {
        case kind = "reglage"
        /// The first day of what is taken back.
        case day = "jour"
        case daysFirst = "jours-du"
        case daysLast = "jours-au"
        case weekday = "jours-semaine"
        case horizonFirst = "ouverture-du"
        case horizonCount = "ouverture-nombre"
        case horizonSpan = "ouverture-duree"
        case horizonOrigin = "ouverture-depuis"
        case horizonTime = "ouverture-heure"
        case windowFirst = "fenetre-du"
        case windowLast = "fenetre-au"
        case opensAt = "fenetre-ouvre"
        case closesAt = "fenetre-ferme"
        case residents = "fenetre-residents"
        case returning = "fenetre-deja-inscrits"
        case working = "fenetre-parents-qui-travaillent"
        case schools = "fenetre-ecoles"
        case schoolNames = "fenetre-noms-des-ecoles"
        /// The priorities of the marks that the town names, which the form carries along as they are.
        case markedFirst = "fenetre-marques"
        case group = "places-groupe"
        case counter = "places-compteur"
        case placesFirst = "places-du"
        case placesLast = "places-au"
        case capacity = "places-nombre"
        case staff = "places-animateurs"
        case allowed = "places-malgre"
        case timesUnit = "heures-unite"
        case arrivalStep = "heures-arrivee"
        case departureStep = "heures-depart"
    }

    private var values: [Field: String]
    /// The days of the week that are ticked, by name.
    package let weekdays: [String]

    package init(_ values: [Field: String] = [:], weekdays: [String] = []) {
        self.values = values
        self.weekdays = weekdays
    }

    package subscript(_ field: Field) -> String {
        get { values[field] ?? "" }
        set { values[field] = newValue }
    }

    /// nil for a form that no page of the portal has.
    package var kind: Kind? { Kind(rawValue: self[.kind]) }
}

extension ActivityForm {
    /// The words of the horizon's choices.
    package enum Word {
        package static let days = "jours"
        package static let weeks = "semaines"
        package static let fromDay = "jour"
        package static let fromSession = "session"
    }

    /// A window's form, filled with what it says.
    package init(_ window: BookingWindow) {
        self.init([.kind: Kind.window.rawValue])
        self[.windowFirst] = window.days.lowerBound.iso
        self[.windowLast] = window.days.upperBound.iso
        self[.opensAt] = window.opensAt.typed
        self[.closesAt] = window.closesAt?.typed ?? ""
        var marked: [String] = []
        for priority in window.priorities {
            if let field = priority.kind.field {
                self[field] = priority.opensAt.typed
            } else {
                marked.append("\(priority.kind.rawValue)@\(priority.opensAt.rfc3339)")
            }
        }
        self[.markedFirst] = marked.joined(separator: "\n")
        self[.schoolNames] = window.schools.joined(separator: "\n")
    }
}

extension PriorityKind {
    /// The kinds that the form asks for, in its order.
    static let asked = [PriorityKind.residents, .returning, .marked(.workingParents), .schools]

    /// The field of its moment; nil for a mark that the town names.
    package var field: ActivityForm.Field? {
        switch self {
        case .residents: .residents
        case .returning: .returning
        case .marked(.workingParents): .working
        case .marked: nil
        case .schools: .schools
        }
    }
}

extension Instant {
    /// "2026-12-07T08:00" on Paris clocks, as the browser's field of a day and an hour has it.
    fileprivate var typed: String {
        let paris = ParisTime.reading(self)
        return "\(paris.date.iso)T\(paris.time.clock)"
    }
}
