/// Something that a child is expected at, or was reported absent from.
package struct AgendaEntry: Hashable, Sendable {
    package let date: CivilDate
    /// nil for the hours of a care contract.
    package let unit: Identifier<BookableUnit>?
    package let activityName: String
    package let unitName: String
    package let place: String
    package let startsAt: CivilTime
    package let endsAt: CivilTime
    package let state: BookingState
    /// What makes it no ordinary booking; nil for one.
    package let remark: Remark?
    /// When the child is expected, as its family said; nil where it said nothing.
    package var times: ExpectedTimes?
    /// Where and when to meet for an outing; nil for anything else.
    private let meeting: String?

    package enum Remark: Hashable, Sendable {
        /// The staff have closed, and why; the booking is cancelled.
        case closed(String)
        /// The child came without booking, as the roll call says.
        case unbooked
    }

    package init(
        date: CivilDate,
        unit: Identifier<BookableUnit>?,
        activityName: String,
        unitName: String,
        place: String,
        startsAt: CivilTime,
        endsAt: CivilTime,
        state: BookingState,
        remark: Remark? = nil,
        meeting: String? = nil
    ) {
        self.date = date
        self.unit = unit
        self.activityName = activityName
        self.unitName = unitName
        self.place = place
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.state = state
        self.remark = remark
        self.meeting = meeting
    }

    /// "Soir (part à 17 h 30)": the unit in a few words, with the times that the family has said.
    package var unitWords: String { times.map { "\(unitName) (\($0.french))" } ?? unitName }

    /// "Rendez-vous : à 13 h 15 devant le centre", for an outing that the child is expected at.
    package var meetingWords: String? { state.expectsChild ? meeting.map(OutingPlan.words) : nil }
}
