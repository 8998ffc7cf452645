import PortalCore

/// A parent takes another name, a child changes class, a couple separates: the staff read, accept or refuse.
struct DemoChanges {
    let desk: DemoDesk

    func fill() async throws {
        if let access = try desk.access(6) {
            let adult = access.adult
            try await ask(.name, of: adult.id.rawValue, to: [adult.firstName, "\(adult.lastName)-Delmas"], by: access, hoursAgo: 30)
        }
        if let access = try desk.access(7), let (child, known) = pupil(of: access) {
            let lines = [SchoolYear(containing: desk.portal.clock.today).name, known.school, "\(known.schoolClass) (classe de Mme Aubry)"]
            try await ask(.school, of: child.id.rawValue, to: lines, by: access, hoursAgo: 5)
        }
        if let access = try desk.access(8), let household = access.families.first?.household {
            let day = desk.portal.clock.today.adding(days: -12).iso
            let form = SituationForm(
                field: { field in
                    switch field {
                    case .kind: SituationKind.separation.rawValue
                    case .day: day
                    case .details:
                        "Une semaine sur deux, à partir du dimanche soir\u{A0}; la convention est chez l'avocat."
                    case .home: SituationHome.both.rawValue
                    case .person, .picksUp, .moves: ""
                    }
                },
                part: { _ in "" }
            )
            try await ChangeService(desk.portal(hoursAgo: 52)).tell(form, of: household.id, by: access)
        }
    }

    /// A child of theirs who is at school, and where.
    private func pupil(of access: HouseholdAccess) -> (Child, SchoolPlacement)? {
        let today = desk.portal.clock.today
        return access.children.lazy.compactMap { child in child.schooling.placement(on: today).map { (child, $0) } }.first
    }

    private func ask(_ field: ChangeField, of subject: Int64, to lines: [String], by access: HouseholdAccess, hoursAgo hours: Int) async throws {
        try await ChangeService(desk.portal(hoursAgo: hours)).ask(field, of: subject, to: ChangeValue(lines), by: access.account)
    }
}
