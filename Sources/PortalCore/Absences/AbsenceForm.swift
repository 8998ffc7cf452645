/// What a parent says of an absence, as it was typed.
package struct AbsenceForm: Hashable, Sendable {
    package enum Field: String, CaseIterable, Sendable {
        case child = "enfant"
        case firstDay = "du"
        case lastDay = "au"
        case activity = "activite"
        case reason = "motif"
        case certificate = "justificatif"
        /// Makes a confirmation that is sent twice count once.
        case key = "cle"
        /// Pressed on the recap: the form comes back as it was filled in.
        case revise = "modifier"
    }

    package let children: [String]
    package let firstDay: String
    package let lastDay: String
    /// None: all of them.
    package let activities: [String]
    package let reason: String

    package init(children: [String], firstDay: String, lastDay: String, activities: [String], reason: String) {
        self.children = children
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.activities = activities
        self.reason = reason
    }
}

/// An absence that can be judged.
struct ReportedAbsence: Hashable, Sendable {
    let children: Set<Identifier<Child>>
    let days: ClosedRange<CivilDate>
    /// nil: all of them.
    let activities: Set<Identifier<Activity>>?
    let reason: String

    func concerns(_ booking: Booking, in catalogue: PortalCatalogue) -> Bool {
        guard children.contains(booking.slot.child), days.contains(booking.slot.date) else { return false }
        guard let activities else { return true }
        return catalogue.unit(booking.slot.unit).map { activities.contains($0.activity.id) } ?? false
    }

    func concerns(_ file: CareFile) -> Bool {
        children.contains(file.contract.child.id) && activities?.contains(file.activity.id) ?? true
    }
}

extension AbsenceForm {
    /// Longer than any illness that is told in one go.
    private static let longest = 92
    /// How far back an absence may be told.
    private static let back = 60

    /// - Throws: `FieldErrors`, each next to its field.
    func checked(by access: HouseholdAccess, in catalogue: PortalCatalogue, today: CivilDate) throws(FieldErrors) -> ReportedAbsence {
        var errors = FieldErrors()
        let ids = children.compactMap { Identifier<Child>(text: $0) }.filter { id in access.bookableChildren.contains { $0.id == id } }
        if ids.isEmpty || ids.count < children.count { errors.add(Field.child, "Choisissez au moins un enfant.") }
        let days = errors.days(
            (firstDay, lastDay),
            (Field.firstDay, Field.lastDay),
            missing: "Indiquez le jour de l'absence.",
            longest: Self.longest,
            advice: "\u{A0}: signalez une absence plus longue en plusieurs fois."
        )
        if let days, days.lowerBound < today.adding(days: -Self.back) {
            errors.add(Field.firstDay, "Une absence se signale dans les \(Self.back) jours.")
        }
        let chosen = activities.compactMap { catalogue.activity(code: $0)?.id }
        if chosen.count < activities.count { errors.add(Field.activity, "Cette activité n'existe pas.") }
        if !catalogue.absenceReasons.contains(reason) { errors.add(Field.reason, "Choisissez un motif.") }
        guard errors.isEmpty, let days else { throw errors }
        return ReportedAbsence(
            children: Set(ids),
            days: days,
            activities: activities.isEmpty ? nil : Set(chosen),
            reason: reason
        )
    }
}

extension PortalCatalogue {
    /// What parents choose from: the town's reasons, then those that some activities add.
    package var absenceReasons: [String] {
        var seen: Set<String> = []
        return ([settings.absences] + activities.compactMap(\.absences)).flatMap(\.allReasons).filter { seen.insert($0).inserted }
    }
}
