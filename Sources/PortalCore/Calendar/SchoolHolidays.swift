/// The school holidays of the three zones, from the Ministry's calendar that is built in (`Data/README.md`).
package enum SchoolHolidays {
    /// A zone's holidays in order of date; they never overlap.
    package static func all(in zone: SchoolZone) -> [SchoolHoliday] { byZone[zone] ?? [] }

    /// The days that the built-in calendar speaks of. All others look like days with class.
    package static let knownDays = days(of: byZone.values.map { $0.map(\.firstDay) + $0.map(\.lastDay) })

    private static let byZone = read(csv: PackageResources.vacances_scolaires_csv)

    /// Reads rows "zone,premier_jour,dernier_jour,nom"; the heading is the one line that is no row.
    private static func read(csv bytes: [UInt8]) -> [SchoolZone: [SchoolHoliday]] {
        var zones: [SchoolZone: [SchoolHoliday]] = [:]
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
            let fields = line.split(separator: ",", maxSplits: 3)
            guard fields.count == 4, let zone = SchoolZone(rawValue: String(fields[0])), let first = CivilDate(iso: fields[1]),
                let last = CivilDate(iso: fields[2])
            else { continue }
            zones[zone, default: []].append(SchoolHoliday(name: String(fields[3]), firstDay: first, lastDay: last))
        }
        return zones.mapValues { $0.sorted { $0.firstDay < $1.firstDay } }
    }

    /// The days between the first and the last that every zone knows.
    private static func days(of zones: [[CivilDate]]) -> ClosedRange<CivilDate> {
        let none = CivilDate(dayNumber: 0)
        let first = zones.compactMap { $0.min() }.max() ?? none
        return first...max(first, zones.compactMap { $0.max() }.min() ?? none)
    }
}
