/// A family's agenda as calendars read it (iCalendar, RFC 5545).
package struct FamilyCalendar: Hashable, Sendable {
    package let name: String
    /// By time.
    package let events: [CalendarEvent]
    package let madeAt: Instant

    package init(name: String, events: [CalendarEvent], madeAt: Instant) {
        self.name = name
        self.events = events
        self.madeAt = madeAt
    }

    /// The file, as UTF-8.
    package var text: String { text(stamp: madeAt) }

    /// Changes when something in the file does, but for the moment at which it was made: an entity tag (RFC 9110 section 8.8.3).
    package var fingerprint: String { String(SecretDigest(of: text(stamp: Instant(seconds: 0))).text.prefix(22)) }

    private func text(stamp: Instant) -> String {
        var lines = CalendarLines()
        lines.append("BEGIN", "VCALENDAR")
        lines.append("VERSION", "2.0")
        lines.append("PRODID", "-//Portail famille//Agenda//FR")
        lines.append("CALSCALE", "GREGORIAN")
        lines.append("METHOD", "PUBLISH")
        lines.append("X-WR-CALNAME", text: name)
        lines.append("X-WR-TIMEZONE", "Europe/Paris")
        // How often calendars should ask again (RFC 7986 section 5.7).
        lines.append("REFRESH-INTERVAL;VALUE=DURATION", "PT6H")
        lines.append("X-PUBLISHED-TTL", "PT6H")
        for event in events { event.write(to: &lines, stamp: stamp) }
        lines.append("END", "VCALENDAR")
        return lines.text
    }
}

/// One booking in a calendar. Times are UTC, so that no description of the time zone is needed.
package struct CalendarEvent: Hashable, Sendable {
    /// The same for the same child, unit and day, in every feed and at every reading; tells nothing.
    package let uid: String
    package let summary: String
    package let details: String
    package let place: String
    package let startsAt: Instant
    package let endsAt: Instant
    /// The child is not expected any more.
    package let isCancelled: Bool

    package init(_ entry: AgendaEntry, of child: Child, usesInitials: Bool, portal slug: String) {
        let name = usesInitials ? "\(child.firstName.prefix(1))." : child.firstName
        let what = entry.unit.map { String($0.rawValue) } ?? "accueil \(entry.activityName)"
        uid = "\(SecretDigest(of: "\(slug) \(child.id.rawValue) \(what) \(entry.date.iso)").text.prefix(27))@\(slug).portail-famille"
        isCancelled = entry.state == .absent || entry.state == .excused
        let why =
            switch entry.remark {
            case .closed(let reason): " (fermé\u{A0}: \(reason))"
            case .unbooked: " (sans réservation)"
            case nil: isCancelled ? " (absence)" : ""
            }
        summary = "\(name)\u{A0}: \(entry.unitName)\(why)"
        details = [entry.activityName, entry.times?.french, entry.meetingWords].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n")
        place = entry.place
        startsAt = ParisTime.instant(entry.date, at: entry.times?.arrival ?? entry.startsAt)
        endsAt = max(startsAt, ParisTime.instant(entry.date, at: entry.times?.departure ?? entry.endsAt))
    }

    fileprivate func write(to lines: inout CalendarLines, stamp: Instant) {
        lines.append("BEGIN", "VEVENT")
        lines.append("UID", uid)
        lines.append("DTSTAMP", stamp.calendarText)
        lines.append("SEQUENCE", isCancelled ? "1" : "0")
        lines.append("STATUS", isCancelled ? "CANCELLED" : "CONFIRMED")
        lines.append("DTSTART", startsAt.calendarText)
        lines.append("DTEND", endsAt.calendarText)
        lines.append("SUMMARY", text: summary)
        lines.append("DESCRIPTION", text: details)
        if !place.isEmpty { lines.append("LOCATION", text: place) }
        lines.append("CLASS", "PRIVATE")
        // The parent is not busy meanwhile.
        lines.append("TRANSP", "TRANSPARENT")
        lines.append("END", "VEVENT")
    }
}

extension Instant {
    /// "20261124T063000Z".
    fileprivate var calendarText: String {
        let day = CivilDate(dayNumber: Int(seconds / 86_400))
        let second = Int(seconds % 86_400)
        return "\(day.iso.filter { $0 != "-" })T\(padded(second / 3600, 2))\(padded(second / 60 % 60, 2))\(padded(second % 60, 2))Z"
    }
}
