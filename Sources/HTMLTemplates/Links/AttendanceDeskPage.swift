package import PortalCore

/// The staff's pages about who was there.
package enum AttendanceDeskPage: PortalPage {
    /// The list of a unit on a day, to be called; with the names that somebody looks for who came unexpected.
    case rollCall(RollCallPlace, search: String?)
    /// The taps of the roll call: posted to, by its forms and by its script.
    case entries
    /// Closing a day, and opening it again.
    case closing(activity: String, day: CivilDate)
    /// A child's mark, with its times, to be set by hand.
    case correction(RollCallSubject)
    /// The periods that are locked for invoicing; posted to, locks one.
    case locks
    /// Opens a locked period again: posted to.
    case lockRelease(Identifier<BillingLock>)
    /// The absences in a state: those to judge first.
    case absences(AbsenceState)
    /// One of them; posted to, judges its certificate.
    case absence(Identifier<Absence>)
    /// A certificate as a file.
    case certificate(Identifier<Absence>, Identifier<Certificate>)
    /// A list, shown or as a file; nil is the first one.
    case report(AttendanceReport?, ReportFormat?)

    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.count >= 2, parts[0] == "agents" else { return nil }
        switch Array(parts.dropFirst()) {
        case ["pointage"]:
            guard let place = RollCallPlace(address) else { return nil }
            self = .rollCall(place, search: address["nom"])
        case ["pointage", "saisies"]: self = .entries
        case ["pointage", "cloture"]:
            guard let activity = address["activite"], let day = address["jour"].flatMap({ CivilDate(iso: $0) }) else { return nil }
            self = .closing(activity: activity, day: day)
        case ["verrouillage"]: self = .locks
        case ["absences"]:
            let asked = address["etat"].map { number in Int(number).flatMap(AbsenceState.init) }
            guard let state = asked ?? .toJudge else { return nil }
            self = .absences(state)
        case ["rapports"]: self.init(report: address)
        case let parts where parts.count == 2 && parts[0] == "absences":
            guard let absence = Identifier<Absence>(text: parts[1]) else { return nil }
            self = .absence(absence)
        case let parts where parts.count == 4 && parts[0] == "absences" && parts[2] == "justificatif":
            guard let absence = Identifier<Absence>(text: parts[1]), let certificate = Identifier<Certificate>(text: parts[3]) else { return nil }
            self = .certificate(absence, certificate)
        case let parts where parts.count == 3 && parts[0] == "pointage" && parts[1] == "correction":
            guard let subject = RollCallSubject(text: parts[2]) else { return nil }
            self = .correction(subject)
        case let parts where parts.count == 2 && parts[0] == "verrouillage":
            guard let lock = Identifier<BillingLock>(text: parts[1]) else { return nil }
            self = .lockRelease(lock)
        default: return nil
        }
    }

    package var address: PageAddress {
        switch self {
        case .rollCall(let place, let search):
            PageAddress("agents", "pointage", query: place.query + (search.map { [QueryItem("nom", $0)] } ?? []))
        case .entries: PageAddress("agents", "pointage", "saisies")
        case .closing(let activity, let day):
            PageAddress("agents", "pointage", "cloture", query: [QueryItem("activite", activity), QueryItem("jour", day.iso)])
        case .correction(let subject): PageAddress("agents", "pointage", "correction", subject.text)
        case .locks: PageAddress("agents", "verrouillage")
        case .lockRelease(let lock): PageAddress("agents", "verrouillage", String(lock.rawValue))
        case .absences(let state):
            PageAddress("agents", "absences", query: state == .toJudge ? [] : [QueryItem("etat", String(state.rawValue))])
        case .absence(let absence): PageAddress("agents", "absences", String(absence.rawValue))
        case .certificate(let absence, let certificate):
            PageAddress("agents", "absences", String(absence.rawValue), "justificatif", String(certificate.rawValue))
        case .report(let report, let format):
            PageAddress("agents", "rapports", query: (report?.query ?? []) + (format.map { [QueryItem("format", $0.rawValue)] } ?? []))
        }
    }

    package static let examples: [AttendanceDeskPage] = [
        .rollCall(RollCallPlace(), search: nil),
        .rollCall(RollCallPlace(activity: "mercredis", day: CivilDate(dayNumber: 20_000)), search: "Dupont"), .entries,
        .closing(activity: "mercredis", day: CivilDate(dayNumber: 20_000)),
        .correction(.slot(BookingSlot(child: Identifier(1), unit: Identifier(1), date: CivilDate(dayNumber: 20_000)))),
        .correction(.care(CareSlot(contract: Identifier(1), date: CivilDate(dayNumber: 20_800)))), .locks, .lockRelease(Identifier(1)),
        .absences(.toJudge), .absences(.waits), .absence(Identifier(1)), .certificate(Identifier(1), Identifier(1)), .report(nil, nil),
        .report(AttendanceReport(.month, activity: "mercredis", date: CivilDate(dayNumber: 20_000)), .xlsx),
    ]
}

/// Which list: an activity's unit on a day. What is left out is the first one, today.
package struct RollCallPlace: Hashable, Sendable {
    package let activity: String?
    package let unit: String?
    package let day: CivilDate?

    package init(activity: String? = nil, unit: String? = nil, day: CivilDate? = nil) {
        self.activity = activity
        self.unit = unit
        self.day = day
    }

    /// nil when the day is none.
    init?(_ address: PageAddress) {
        let day = address["jour"]
        self.init(activity: address["activite"], unit: address["unite"], day: day.flatMap { CivilDate(iso: $0) })
        if day != nil, self.day == nil { return nil }
    }

    fileprivate var query: [QueryItem] {
        [activity.map { QueryItem("activite", $0) }, unit.map { QueryItem("unite", $0) }, day.map { QueryItem("jour", $0.iso) }].compactMap(\.self)
    }
}

/// The files that a list comes as.
package enum ReportFormat: String, CaseIterable, Hashable, Sendable {
    case ods, xlsx, csv
}

extension AttendanceDeskPage {
    fileprivate init?(report address: PageAddress) {
        let format = address["format"].map { ReportFormat(rawValue: $0) }
        if case .some(nil) = format { return nil }
        guard let kind = address["rapport"] else {
            self = .report(nil, format ?? nil)
            return
        }
        let grouping = address["par"].map { AttendanceReport.Grouping(rawValue: $0) } ?? .group
        guard let kind = AttendanceReport.Kind(rawValue: kind), let grouping, let date = address["jour"].flatMap({ CivilDate(iso: $0) }) else {
            return nil
        }
        self = .report(AttendanceReport(kind, grouping: grouping, activity: address["activite"] ?? "", date: date), format ?? nil)
    }
}

extension AttendanceReport {
    fileprivate var query: [QueryItem] {
        let place = [QueryItem("rapport", kind.rawValue), QueryItem("activite", activity), QueryItem("jour", date.iso)]
        return place + (grouping == .group ? [] : [QueryItem("par", grouping.rawValue)])
    }
}
