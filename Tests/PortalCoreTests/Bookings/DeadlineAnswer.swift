import PortalCore
import Testing

/// What a rule answers for a day, as the tables of the tests write it: RFC 3339, or "aucun".
func deadline(
    _ rule: String,
    _ day: String,
    starts: String = "09:00",
    session: String? = nil,
    in calendar: SchoolCalendar = SchoolCalendar(zone: .c)
) throws -> String {
    let booked = BookedDay(
        date: try #require(CivilDate(iso: day)),
        startsAt: try #require(CivilTime(clock: starts)),
        sessionFirstDay: try session.map { try #require(CivilDate(iso: $0)) }
    )
    return switch try BookingDeadline(notation: rule).limit(for: booked, in: calendar) {
    case .none: "aucun"
    case .until(let last): last.rfc3339
    }
}
