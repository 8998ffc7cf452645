/// A day of an activity, before its leader closes it.
package struct DayClosing: Hashable, Sendable {
    package let activity: Activity
    package let date: CivilDate
    /// Who is expected and was not called, by unit and name; those under contract last.
    package let uncalled: [UncalledChild]
    /// nil while the day is open.
    package let closedAt: Instant?
    package let isLocked: Bool
}

package struct UncalledChild: Hashable, Sendable {
    package let child: Child
    /// Where it is expected; nil for a child who comes under contract.
    package let unit: BookableUnit?
}

/// A day on which nobody has finished the roll call.
package struct UncalledDay: Hashable, Sendable {
    package let activity: Activity
    package let date: CivilDate
    /// How many expected children were not called; zero when only the closing is missing.
    package let uncalled: Int
}

extension RollCallService {
    /// What stands in the way of closing a day; nil when there is no such activity where the member works.
    package func closing(of code: String, on date: CivilDate, for member: StaffMember) throws -> DayClosing? {
        guard let activity = catalogue.activity(code: code), member.scope.covers(activity) else { return nil }
        return try portal.database.read { transaction in
            let store = ClosedDayStore(transaction)
            let booked = try store.uncalled(in: activity.id, on: date).compactMap { child, unit in
                activity.units.first { $0.id == unit }.map { UncalledChild(child: child, unit: $0) }
            }
            let care = try CareRollCall(transaction, catalogue).uncalled(at: activity, on: date)
            return DayClosing(
                activity: activity,
                date: date,
                uncalled: booked + care.map { UncalledChild(child: $0.child, unit: nil) },
                closedAt: try store.closing(of: activity.id, on: date),
                isLocked: try BillingLockStore(transaction).locks(from: date, through: date).cover(date)
            )
        }
    }

    /// Closes a day. A day that is closed already stays as it is.
    ///
    /// - Parameter notingAbsences: whether those who were not called are noted absent.
    /// - Throws: `RollCallRefusal`.
    package func close(_ code: String, on date: CivilDate, notingAbsences: Bool, by member: StaffMember) async throws {
        let catalogue = catalogue
        try await change(code, on: date, by: member) { transaction, activity, now in
            let store = ClosedDayStore(transaction)
            guard try store.closing(of: activity.id, on: date) == nil else { return }
            let care = try CareRollCall(transaction, catalogue).uncalled(at: activity, on: date)
            let uncalled = try store.uncalled(in: activity.id, on: date).count + care.count
            guard uncalled == 0 || notingAbsences else { throw RollCallRefusal.uncalled(uncalled) }
            _ = try store.noteAbsences(in: activity.id, on: date, at: now)
            for contract in care {
                try NurseryStayStore(transaction).call(AttendanceMark(.absent), of: CareSlot(contract: contract.id, date: date), by: nil, at: now)
            }
            try store.close(activity.id, on: date, by: member.id, at: now)
            let detail = "\(date.iso)\u{A0}: \(uncalled) notés absents"
            try AuditLog.record(in: transaction, by: .staff(member.id), .dayClosed, on: activity.id, detail: detail, at: now)
        }
    }

    /// Opens a closed day again; those whom the closing had noted absent are not called again.
    ///
    /// - Throws: `RollCallRefusal`.
    package func reopen(_ code: String, on date: CivilDate, reason: String, by member: StaffMember) async throws {
        let reason = reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !reason.isEmpty else { throw RollCallRefusal.reasonMissing }
        try await change(code, on: date, by: member) { transaction, activity, now in
            let store = ClosedDayStore(transaction)
            guard try store.reopen(activity.id, on: date) else { return }
            try store.takeBackAbsences(in: activity.id, on: date)
            try NurseryStayStore(transaction).takeBackAbsences(in: activity.id, on: date)
            let detail = "\(date.iso)\u{A0}: \(reason.prefix(300))"
            try AuditLog.record(in: transaction, by: .staff(member.id), .dayReopened, on: activity.id, detail: detail, at: now)
        }
    }

    private func change(
        _ code: String,
        on date: CivilDate,
        by member: StaffMember,
        _ body: @escaping @Sendable (any Transaction, Activity, Instant) throws -> Void
    ) async throws {
        guard let activity = catalogue.activity(code: code), member.scope.covers(activity) else { throw RollCallRefusal.unknown }
        let now = portal.clock.now
        guard date <= ParisTime.date(now) else { throw RollCallRefusal.future(date) }
        try await portal.database.write { transaction in
            let units = activity.units.map { RollCallService.lockName(of: $0.id, on: date) }
            let lists = units + [RollCallService.lockName(ofCareAt: activity.id, on: date)]
            try transaction.lock([.booking] + lists.sorted().map { .alone($0) })
            if try BillingLockStore(transaction).locks(from: date, through: date).cover(date) { throw RollCallRefusal.locked(date) }
            try body(transaction, activity, now)
        }
    }

    /// The open days, of the activities where a member works, that were used and not closed: the earliest first. Today is not among them.
    ///
    /// - Parameter days: how far back.
    package func uncalledDays(back days: Int, for member: StaffMember) throws -> [UncalledDay] {
        let today = ParisTime.date(portal.clock.now)
        return try uncalledDays(from: today.adding(days: -days), through: today.adding(days: -1), for: member)
    }

    func uncalledDays(from first: CivilDate, through last: CivilDate, for member: StaffMember) throws -> [UncalledDay] {
        guard first <= last else { return [] }
        let activities = catalogue.activities.filter(member.scope.covers)
        return try portal.database.read { transaction in
            try UncalledDays(transaction, catalogue).all(of: activities, from: first, through: last)
        }
    }
}

/// Finds the days that wait for their roll call. Only open days are looked at, each in the index of its unit.
struct UncalledDays {
    private let store: ClosedDayStore
    private let care: CareRollCall
    private let calendar: SchoolCalendar

    init(_ transaction: any Transaction, _ catalogue: PortalCatalogue) {
        store = ClosedDayStore(transaction)
        care = CareRollCall(transaction, catalogue)
        calendar = catalogue.calendar
    }

    func all(of activities: [Activity], from first: CivilDate, through last: CivilDate) throws -> [UncalledDay] {
        let closed = try store.closings(from: first, through: last)
        var days: [UncalledDay] = []
        for activity in activities {
            let opening = OpeningDays(of: activity, in: calendar)
            let underContract = try care.uncalledCounts(at: activity, first...last)
            for date in first...last where opening.isOpen(on: date) && closed[activity.id]?.contains(date) != true {
                guard try underContract[date] != nil || activity.units.contains(where: { try store.isUsed($0.id, on: date) }) else { continue }
                let uncalled = try activity.units.reduce(underContract[date] ?? 0) { try $0 + store.uncalledCount(of: $1.id, on: date) }
                days.append(UncalledDay(activity: activity, date: date, uncalled: uncalled))
            }
        }
        return days.sorted { $0.date < $1.date }
    }
}
