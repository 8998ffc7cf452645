/// Something that children are enrolled in and booked into: canteen, Wednesdays, a leisure centre in the holidays.
package struct Activity: Hashable, Sendable {
    package let id: Identifier<Activity>
    /// Short name in addresses and definition files: "mercredis".
    package let code: String
    package let name: String
    package let kind: ActivityKind
    /// Where it takes place, as parents call it.
    package let place: String
    package let description: String
    package let opening: OpeningPattern
    /// The rules that hold unless dated ones cover the day: ask `rules(on:)`.
    package let rules: BookingRules
    /// In order of their first day.
    package let datedRules: [DatedRules]
    package let terms: BookingTerms
    /// Days on which it opens whatever its pattern, the holidays and the closures say: a Wednesday that replaces a Friday. In order.
    package let extraDays: [CivilDate]
    package let units: [BookableUnit]
    package let groups: [ActivityGroup]
    /// The sessions written by hand; the ones that follow the holidays are computed.
    package let writtenSessions: [ActivitySession]
    /// What an absence costs here, where it is not as everywhere else in the town.
    package var absences: AbsencePolicy?
    /// What holds for regular care under contract; nil where there is none.
    package var nursery: NurseryPolicy?
    /// What is particular to an outing, whose dates are its extra days; nil for any other activity.
    package var outing: OutingPlan?
    /// The buses that fetch its children and take them home; nil where there are none.
    package var buses: BusNetwork?
    /// What becomes of a wish for a day that is full.
    package let waitingList: WaitingListMode
    /// Whose turn comes first in its lines.
    package var waitingOrder = WaitingOrder.asAsked

    package init(
        id: Identifier<Activity>,
        code: String,
        name: String,
        kind: ActivityKind,
        place: String,
        description: String,
        opening: OpeningPattern,
        rules: BookingRules,
        datedRules: [DatedRules] = [],
        terms: BookingTerms = BookingTerms(),
        extraDays: [CivilDate] = [],
        units: [BookableUnit],
        groups: [ActivityGroup],
        writtenSessions: [ActivitySession],
        waitingList: WaitingListMode = .noLine
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.kind = kind
        self.place = place
        self.description = description
        self.opening = opening
        self.rules = rules
        self.datedRules = datedRules
        self.terms = terms
        self.extraDays = extraDays
        self.units = units
        self.groups = groups
        self.writtenSessions = writtenSessions
        self.waitingList = waitingList
    }
}

/// What an activity is, in the field's terms. The raw value is the word of the definition files.
package enum ActivityKind: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    case schoolCanteen = "restauration"
    case beforeAndAfterSchool = "périscolaire"
    case wednesday = "mercredi"
    case leisureCentre = "vacances"
    case youth = "jeunesse"
    case nursery = "petite-enfance"
    case sports = "sports"
    /// One date or a few, which children join without being enrolled beforehand.
    case outing = "sortie"
}
