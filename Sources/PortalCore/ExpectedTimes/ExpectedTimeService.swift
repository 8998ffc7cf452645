/// When children come and are fetched, as their families say: usually, and on one day.
package struct ExpectedTimeService: Sendable {
    let portal: Portal
    let catalogue: PortalCatalogue

    package init(_ portal: Portal, _ catalogue: PortalCatalogue) {
        self.portal = portal
        self.catalogue = catalogue
    }

    /// The habits of the children that an adult books for, at each activity that asks for them.
    package func habits(of access: HouseholdAccess) throws -> [ChildTimes] {
        guard catalogue.asksTimes else { return [] }
        let today = portal.clock.today
        return try portal.database.read { transaction in
            let enrolments = try EnrolmentStore(transaction).enrolments(ofChildrenOf: access.adult.id, from: today, through: today.adding(days: 366))
            let book = try ExpectedTimeStore(transaction).book(ofChildrenOf: access.adult.id, from: today, through: today)
            return access.bookableChildren.flatMap { child in
                habits(of: child, enrolments.filter { $0.child == child.id }, book, in: access.households(of: child.id).map(\.id))
            }
        }
    }

    /// The habits of a household's child, for the staff.
    package func habits(of child: Child, in household: Identifier<Household>) throws -> [ChildTimes] {
        guard catalogue.asksTimes else { return [] }
        return try portal.database.read { try habits(of: child, in: [household], $0) }
    }

    /// A child's habits at an activity; nil where it is not enrolled, or where nobody is asked.
    ///
    /// - Throws: `HouseholdRefusal`.
    package func habits(of child: Identifier<Child>, at code: String, for speaker: ExpectedTimeSpeaker) throws -> ChildTimes? {
        try portal.database.read { transaction in
            let spoken = try SpokenChild(speaker, child, catalogue.settings.custodyView, in: transaction)
            return try habits(of: spoken.child, in: spoken.homes, transaction).first { $0.activity.code == code }
        }
    }

    /// Says a child's habits at an activity, unit by unit.
    ///
    /// - Throws: `FieldErrors`; `HouseholdRefusal.unknown` where the child has nothing to say, `mayNotBook`.
    package func set(
        _ form: ExpectedTimeForm,
        of child: Identifier<Child>,
        at code: String,
        by speaker: ExpectedTimeSpeaker
    ) async throws {
        let now = portal.clock.now
        try await portal.database.write { transaction in
            try transaction.lock("child:\(child.rawValue)")
            let spoken = try SpokenChild(speaker, child, catalogue.settings.custodyView, in: transaction)
            guard let before = try habits(of: spoken.child, in: spoken.homes, transaction).first(where: { $0.activity.code == code }) else {
                throw HouseholdRefusal.unknown
            }
            let chosen = try form.checked(before.units)
            for unit in before.units {
                let (old, new) = (before.usual[unit.id] ?? .none, chosen[unit.id] ?? .none)
                for home in spoken.homes {
                    try ExpectedTimeStore(transaction).put(new, for: .init(child: child, unit: unit.id, household: home))
                }
                guard old != new else { continue }
                let detail = "\(code) \(unit.code)\u{A0}: \(old.summary) → \(new.summary)"
                try AuditLog.record(in: transaction, by: spoken.actor, .usualTimesSet, on: child, detail: detail, at: now)
            }
        }
    }

    private func habits(of child: Child, in homes: [Identifier<Household>], _ transaction: any Transaction) throws -> [ChildTimes] {
        let today = portal.clock.today
        let enrolments = try EnrolmentStore(transaction).enrolments(of: child.id).filter { $0.lastDay >= today }
        return habits(of: child, enrolments, try ExpectedTimeStore(transaction).book(of: child.id, from: today, through: today), in: homes)
    }

    /// - Parameter homes: where two are one speaker's, both say the same.
    private func habits(
        of child: Child,
        _ enrolments: [Enrolment],
        _ book: ExpectedTimeBook,
        in homes: [Identifier<Household>]
    ) -> [ChildTimes] {
        let enrolled = Set(enrolments.map(\.activity))
        guard let home = homes.first else { return [] }
        return catalogue.activities.filter { $0.asksTimes && enrolled.contains($0.id) }.map { activity in
            let usual = activity.units.map { ($0.id, book.habit(of: child.id, at: $0.id, in: home)) }
            return ChildTimes(child: child, activity: activity, usual: Dictionary(usual, uniquingKeysWith: { first, _ in first }))
        }
    }
}

extension PortalCatalogue {
    /// Whether any activity asks families for times: where none does, nothing is read.
    var asksTimes: Bool { activities.contains(where: \.asksTimes) }
}

extension AuditAct {
    /// Subject: the child; the detail says the activity, the unit, and the times before and after.
    static let usualTimesSet = AuditAct(rawValue: "child.usualTimesSet")
    /// Subject: the child; the detail says the booked unit and day, and the times before and after.
    static let bookingTimesSet = AuditAct(rawValue: "booking.timesSet")
}
