package import PortalCore

/// The words of a child's state, on the card and in the answers to the script.
package enum RollCallWords {
    /// "Présent, arrivé à 7 h 45 (Awa Koné)".
    package static func state(_ child: RollCallChild) -> String {
        let words: String
        if child.mark.presence == nil, child.care?.isOnLeave == true, child.care?.told == StayAbsence.none {
            words = "En congés"
        } else if child.mark.presence == nil {
            words = child.isReportedAbsent ? (child.reported == .excused ? "Absence justifiée" : "Absence signalée") : "À pointer"
        } else if child.mark.presence == .absent, child.calledBy == nil {
            words = "Absent, non signalé"
        } else {
            let mark = child.mark.french
            words = mark.prefix(1).uppercased() + mark.dropFirst()
        }
        let unexpected = child.isUnexpected ? (child.care == nil ? ", sans réservation" : ", hors contrat") : ""
        let overrun = child.care.map(\.overrunWords) ?? ""
        return words + unexpected + overrun + (child.calledBy.map { " (\($0))" } ?? "")
    }
}

extension RollCallCare {
    /// "8 h 30 – 17 h 00".
    var hours: String { span?.french ?? "Rien de prévu au contrat" }

    fileprivate var overrunWords: String { overrunMinutes > 0 ? ", dépassement \(CareDuration(minutes: overrunMinutes).french)" : "" }
}
