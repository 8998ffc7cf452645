/// The hours of a week at the nursery, by weekday (semaine type).
package struct CareWeek: Hashable, Sendable {
    package let spans: [Weekday: CareSpan]

    package init(_ spans: [Weekday: CareSpan]) {
        self.spans = spans
    }

    package subscript(_ weekday: Weekday) -> CareSpan? { spans[weekday] }

    /// Minutes of an ordinary week.
    package var minutes: Int { spans.values.reduce(0) { $0 + $1.usualMinutes } }

    package var isEmpty: Bool { spans.isEmpty }

    /// "lundi, mardi, jeudi 8 h 30 – 17 h 00 ; mercredi 8 h 30 – 12 h 00".
    package var french: String {
        var groups: [(span: CareSpan, days: [Weekday])] = []
        for weekday in Weekday.allCases {
            guard let span = spans[weekday] else { continue }
            if let index = groups.firstIndex(where: { $0.span == span }) {
                groups[index].days.append(weekday)
            } else {
                groups.append((span, [weekday]))
            }
        }
        guard !groups.isEmpty else { return "pas d'accueil" }
        return groups.map { "\($0.days.map(\.frenchName).joined(separator: ", ")) \($0.span.french)" }.joined(separator: "\u{A0}; ")
    }
}

/// Stored as "1 08:30-17:00;3 08:30-12:00", Monday being 1.
extension CareWeek: DatabaseConvertible {
    package var databaseValue: DatabaseValue {
        .text(spans.sorted { $0.key < $1.key }.map { "\($0.key.rawValue) \($0.value.notation)" }.joined(separator: ";"))
    }

    package init?(databaseValue: DatabaseValue) {
        guard case .text(let text) = databaseValue else { return nil }
        var spans: [Weekday: CareSpan] = [:]
        for part in text.split(separator: ";") {
            let words = part.split(separator: " ")
            guard words.count == 2, let weekday = Int(words[0]).flatMap(Weekday.init(rawValue:)), let span = CareSpan(notation: words[1]) else {
                return nil
            }
            spans[weekday] = span
        }
        self.init(spans)
    }
}
