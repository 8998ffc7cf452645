import PortalCore

/// The days that would change, each of which may still be left out.
struct RecapDays: HTML {
    private let days: [(date: CivilDate, count: Int, difference: Cents)]

    init(lines: [BookingReviewLine]) {
        days = Dictionary(grouping: lines, by: \.change.slot.date).map { ($0.key, $0.value.count, $0.value.difference) }.sorted { $0.date < $1.date }
    }

    var body: some HTML {
        if days.count > 1 {
            details(.class("except")) {
                summary { "Retirer des jours" }
                fieldset {
                    legend { "Décochez les jours à laisser comme ils sont." }
                    HiddenField(BookingFields.hasDays, "choisis")
                    div(.class("chips")) { ForEach(days) { day in chip(day.date, day.count, day.difference) } }
                }
            }
        }
    }

    private func chip(_ date: CivilDate, _ count: Int, _ difference: Cents) -> some HTML {
        label(.class("chip")) {
            input(
                .type(.checkbox),
                .name(BookingFields.day),
                .value(date.iso),
                .checked(true),
                .data(.count, count),
                .data(.price, Int(difference.amount))
            )
            span { date.frenchShort }
        }
    }
}

extension DataName {
    /// Cents that a box adds to the charges or takes away: read by `Public/planning.js`.
    static let price = DataName("data-p")
    /// How many changes a box stands for: read by `Public/planning.js`.
    static let count = DataName("data-n")
}
