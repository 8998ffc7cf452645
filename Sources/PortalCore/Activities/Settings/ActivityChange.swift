/// What an administrator changes in an activity, besides its deadlines, which have their bench.
package enum ActivityChange: Hashable, Sendable {
    /// Days on which it opens besides its pattern.
    case extraDays([CivilDate])
    case extraDayRemoval(CivilDate)
    /// How far ahead days are booked.
    case horizon(DatedHorizon)
    /// Takes back the horizon that holds from a day on.
    case horizonRemoval(CivilDate)
    /// Takes the place of the window that begins on the same day, or is a new one.
    case window(BookingWindow)
    /// Takes back the window that begins on a day.
    case windowRemoval(CivilDate)
    /// The places, or the staff, of some days.
    case places(CapacitySetting)
    /// Which times of the children families are asked for.
    case times(UnitTimes)
}

/// The times that a unit is to ask for.
package struct UnitTimes: Hashable, Sendable {
    package let unit: BookableUnit
    package let asked: AskedTimes
}

extension ActivityChange {
    /// What it is about, as the pages title it.
    package var title: String {
        switch self {
        case .extraDays(let days): days.count == 1 ? "Ouvrir un jour de plus" : "Ouvrir \(days.count) jours de plus"
        case .extraDayRemoval(let day): "Ne plus ouvrir le \(day.french)"
        case .horizon(let dated): "Réserver \(dated.frenchHorizon), pour les jours à partir du \(dated.firstDay.frenchWithoutWeekday)"
        case .horizonRemoval(let day): "Retirer l'ouverture qui vaut à partir du \(day.frenchWithoutWeekday)"
        case .window(let window): "Fenêtre de réservation \(window.days.frenchSpan)"
        case .windowRemoval(let day): "Retirer la fenêtre qui commence le \(day.frenchWithoutWeekday)"
        case .places(let setting): "Places \(setting.days.frenchSpan)"
        case .times(let times): "Heures demandées aux familles, \(times.unit.name)"
        }
    }

    /// What the journal keeps.
    func auditDetail(of activity: Activity) -> String {
        let what =
            switch self {
            case .extraDays(let days): days.map(\.iso).joined(separator: ", ")
            case .extraDayRemoval(let day), .horizonRemoval(let day), .windowRemoval(let day): day.iso
            case .horizon(let dated): "\(dated.firstDay.iso)\u{A0}: \(dated.horizon?.notation ?? DatedHorizon.none)"
            case .window(let window): window.auditDetail
            case .places(let setting): setting.days.frenchSpan
            case .times(let times): "\(times.unit.code)\u{A0}: \(times.unit.askedTimes.french) → \(times.asked.french)"
            }
        return "\(activity.code), \(what)"
    }

    var act: AuditAct {
        switch self {
        case .extraDays: .extraDaysSet
        case .extraDayRemoval: .extraDayRemoved
        case .horizon: .horizonSet
        case .horizonRemoval: .horizonRemoved
        case .window: .windowSet
        case .windowRemoval: .windowRemoved
        case .places: .capacitySet
        case .times: .askedTimesSet
        }
    }
}

extension BookingWindow {
    fileprivate var auditDetail: String {
        let closing = closesAt.map { ", ferme \($0.rfc3339)" } ?? ""
        let early = priorities.map { ", \($0.kind.rawValue) \($0.opensAt.rfc3339)" }.joined()
        return "\(days.lowerBound.iso) – \(days.upperBound.iso)\u{A0}: ouvre \(opensAt.rfc3339)\(closing)\(early)"
    }
}

/// Subject of these: the activity.
extension AuditAct {
    static let extraDaysSet = AuditAct(rawValue: "activity.extraDaysSet")
    static let extraDayRemoved = AuditAct(rawValue: "activity.extraDayRemoved")
    static let horizonSet = AuditAct(rawValue: "activity.horizonSet")
    static let horizonRemoved = AuditAct(rawValue: "activity.horizonRemoved")
    static let windowSet = AuditAct(rawValue: "activity.windowSet")
    static let windowRemoved = AuditAct(rawValue: "activity.windowRemoved")
    static let askedTimesSet = AuditAct(rawValue: "activity.askedTimesSet")
}
