/// What one tick of the planning stands for: one child, one unit, one day.
package struct BookingSlot: Hashable, Sendable {
    package let child: Identifier<Child>
    package let unit: Identifier<BookableUnit>
    package let date: CivilDate

    package init(child: Identifier<Child>, unit: Identifier<BookableUnit>, date: CivilDate) {
        self.child = child
        self.unit = unit
        self.date = date
    }

    /// One number for the three: a planning looks slots up by the thousand, and those of one family differ in these bits.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(child.rawValue &<< 44 ^ unit.rawValue &<< 20 ^ Int64(date.dayNumber))
    }
}

extension BookingSlot {
    /// Reads "12.3.2026-11-04", the value of a tick box; nil for anything else.
    package init?(text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let child = Identifier<Child>(text: parts[0]), let unit = Identifier<BookableUnit>(text: parts[1]),
            let date = CivilDate(iso: parts[2])
        else { return nil }
        self.init(child: child, unit: unit, date: date)
    }

    /// "12.3.2026-11-04".
    package var text: String { "\(child.rawValue).\(unit.rawValue).\(date.iso)" }
}
