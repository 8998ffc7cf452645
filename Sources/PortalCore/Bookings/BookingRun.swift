/// The same change on several days of one child and unit, in few characters: what a recap carries to its confirmation.
///
/// A year of three children's school days is some 1,600 changes, and a dozen runs.
package struct BookingRun: Hashable, Sendable {
    package let kind: BookingChange.Kind
    package let child: Identifier<Child>
    package let unit: Identifier<BookableUnit>
    /// In order, each once, never empty; a year apart at most.
    package let dates: [CivilDate]

    /// Changes in runs, in the order in which they first appear.
    package static func runs(of changes: [BookingChange]) -> [BookingRun] {
        var order: [Key] = []
        var dates: [Key: Set<CivilDate>] = [:]
        for change in changes {
            let key = Key(kind: change.kind, child: change.slot.child, unit: change.slot.unit)
            if dates[key] == nil { order.append(key) }
            dates[key, default: []].insert(change.slot.date)
        }
        return order.flatMap { key in parts(of: (dates[key] ?? []).sorted()).map { BookingRun(key, $0) } }
    }

    package var changes: [BookingChange] { dates.map { BookingChange(kind, BookingSlot(child: child, unit: unit, date: $0)) } }

    private struct Key: Hashable {
        let kind: BookingChange.Kind
        let child: Identifier<Child>
        let unit: Identifier<BookableUnit>
    }

    private init(_ key: Key, _ dates: [CivilDate]) {
        kind = key.kind
        child = key.child
        unit = key.unit
        self.dates = dates
    }

    /// Days cut where a run would grow too long.
    private static func parts(of dates: [CivilDate]) -> [[CivilDate]] {
        dates.reduce(into: []) { parts, date in
            if let first = parts.last?.first, date.days(since: first) < mostDays {
                parts[parts.count - 1].append(date)
            } else {
                parts.append([date])
            }
        }
    }

    private static let daysInCharacter = 6
    private static let mostDays = 372
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
}

extension BookingRun {
    /// Reads "ajout.12.3.2026-11-04.BCg", or a single change without the last part; nil for anything else.
    package init?(text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (4...5).contains(parts.count), let change = BookingChange(text: parts.prefix(4).joined(separator: ".")) else { return nil }
        let key = Key(kind: change.kind, child: change.slot.child, unit: change.slot.unit)
        guard parts.count == 5 else {
            self.init(key, [change.slot.date])
            return
        }
        let bytes = Array(parts[4].utf8)
        guard !bytes.isEmpty, bytes.count * BookingRun.daysInCharacter <= BookingRun.mostDays else { return nil }
        var dates: [CivilDate] = []
        for (index, byte) in bytes.enumerated() {
            guard let bits = BookingRun.alphabet.firstIndex(of: byte) else { return nil }
            for bit in 0..<BookingRun.daysInCharacter where bits & (1 << bit) != 0 {
                dates.append(change.slot.date.adding(days: index * BookingRun.daysInCharacter + bit))
            }
        }
        guard !dates.isEmpty else { return nil }
        self.init(key, dates)
    }

    /// "ajout.12.3.2026-11-04.BCg": six days in each character of the last part, from the date on; without it, that day alone.
    package var text: String {
        let start = BookingChange(kind, BookingSlot(child: child, unit: unit, date: dates[0])).text
        guard dates.count > 1 else { return start }
        let span = dates[dates.count - 1].days(since: dates[0]) + 1
        var groups = Array(repeating: 0, count: (span + BookingRun.daysInCharacter - 1) / BookingRun.daysInCharacter)
        for date in dates {
            let (index, bit) = date.days(since: dates[0]).quotientAndRemainder(dividingBy: BookingRun.daysInCharacter)
            groups[index] |= 1 << bit
        }
        return "\(start).\(String(decoding: groups.map { BookingRun.alphabet[$0] }, as: UTF8.self))"
    }
}
