/// The windows, horizons, days and places of the activities, as administrators change them.
package struct ActivitySettingService: Sendable {
    private let portal: Portal
    private let catalogue: PortalCatalogue
    /// The address of the page where families answer the places that are offered to them, for the mails.
    private let waitingPage: String?

    package init(_ portal: Portal, _ catalogue: PortalCatalogue, waitingPage: String? = nil) {
        self.portal = portal
        self.catalogue = catalogue
        self.waitingPage = waitingPage
    }

    /// What a change would touch if it were made now. Writes nothing.
    package func impact(of change: ActivityChange, on activity: Activity) throws -> ActivityImpact {
        let now = portal.clock.now
        return try portal.database.read { try ActivityImpact(of: change, on: activity, catalogue, in: $0, at: now) }
    }

    /// The places and the staff that are set from a day on, for days in a row that are set alike.
    package func settings(of activity: Activity, from first: CivilDate) throws -> [SetPlaces] {
        let last = first.adding(days: CapacitySetting.mostDays)
        let counts = try portal.database.read { try PlaceStore($0).counts(in: activity.id, from: first, through: last) }
        let opening = OpeningDays(of: activity, in: catalogue.calendar)
        return SetPlaces.runs(of: counts, on: (first...last).filter(opening.isOpen), in: activity)
    }

    /// Makes a change. What families have booked stays as it is.
    ///
    /// - Throws: `FieldErrors` where something has changed since the form was checked, `CapacityRefusal`, `DatabaseError`.
    package func apply(_ change: ActivityChange, on activity: Activity, by member: StaffMember) async throws {
        if case .places(let setting) = change {
            return try await CapacityService(portal, catalogue, waitingPage: waitingPage).set(setting, in: activity, by: member)
        }
        let now = portal.clock.now
        let catalogue = catalogue
        try await portal.database.write { transaction in
            try transaction.lock([.changingRules])
            let current = try PortalCatalogueStore(transaction).current(catalogue)
            guard let activity = current.activity(activity.id) else {
                throw FieldErrors(ActivityForm.Field.kind, "Cette activité n'existe plus.")
            }
            try ActivityWriter(transaction).write(change, to: activity)
            try PortalCatalogueStore(transaction).noteChange()
            if let setting = change.setting {
                try EditedSettingStore(transaction).note(setting, of: activity.id, by: member.id, at: now)
            }
            try AuditLog.record(
                in: transaction,
                by: .staff(member.id),
                change.act,
                on: activity.id,
                detail: change.auditDetail(of: activity),
                at: now
            )
        }
    }
}

/// Writes a change over what an activity has now.
private struct ActivityWriter {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func write(_ change: ActivityChange, to activity: Activity) throws {
        switch change {
        case .extraDays(let days): try ExtraDayStore(transaction).add(days, to: activity.id)
        case .extraDayRemoval(let day): try remove(day, from: activity)
        case .horizon(let dated): try DatedHorizonStore(transaction).put(dated, of: activity.id)
        case .horizonRemoval(let day):
            guard try DatedHorizonStore(transaction).delete(startingOn: day, of: activity.id) else { throw gone }
        case .window(let window):
            guard activity.terms.windowsCrossing(window.days).isEmpty else {
                throw FieldErrors(ActivityForm.Field.windowFirst, "Une autre fenêtre vient d'être posée sur ces jours.")
            }
            let others = activity.terms.windows.filter { $0.days.lowerBound != window.days.lowerBound }
            try BookingWindowStore(transaction).replace(of: activity.id, with: others + [window])
        case .windowRemoval(let day):
            let others = activity.terms.windows.filter { $0.days.lowerBound != day }
            guard others.count < activity.terms.windows.count else { throw gone }
            try BookingWindowStore(transaction).replace(of: activity.id, with: others)
        case .times(let times): try ExpectedTimeStore(transaction).put(times.asked, at: times.unit.id)
        case .places: break
        }
    }

    /// A day with bookings closes with its families told, not by taking it out of a list.
    private func remove(_ day: CivilDate, from activity: Activity) throws {
        let booked = try BookedCountStore(transaction).count(in: activity.id, from: day, through: day)
        guard booked.bookings == 0 else {
            throw FieldErrors(
                ActivityForm.Field.day,
                "\(booked.bookings) réservations sont faites le \(day.french)\u{A0}: fermez ce jour dans «\u{A0}Fermetures\u{A0}», les familles seront prévenues."
            )
        }
        guard try ExtraDayStore(transaction).remove(day, from: activity.id) else { throw gone }
    }

    private var gone: FieldErrors { FieldErrors(ActivityForm.Field.day, "C'est déjà retiré.") }
}
