/// The enrolments that outings give by themselves: a child of the right age, and of one of the activities that an outing is for, may be booked
/// at once. A row is kept with the first booking, so that roll call, sheets and documents know the child as any other.
struct OutingEnrolments {
    private let catalogue: PortalCatalogue
    /// The outings with a date in the span, with those dates.
    private let outings: [(activity: Activity, plan: OutingPlan, dates: [CivilDate])]

    init(in catalogue: PortalCatalogue, from first: CivilDate, through last: CivilDate) {
        self.catalogue = catalogue
        outings = catalogue.activities.compactMap { activity in
            guard let plan = activity.outing else { return nil }
            let dates = activity.extraDays.filter { first <= $0 && $0 <= last }
            return dates.isEmpty ? nil : (activity, plan, dates)
        }
    }

    /// The same enrolments with those that the outings give to some children.
    func adding(to enrolments: [Enrolment], of children: [Child]) -> [Enrolment] { enrolments + given(to: children, besides: enrolments) }

    /// Those that the outings give to some children: of what they may come to, and are not booked for yet.
    func given(to children: [Child], besides enrolments: [Enrolment]) -> [Enrolment] {
        outings.flatMap { outing in
            children.flatMap { child in outing.dates.compactMap { given(outing.activity, outing.plan, on: $0, to: child, besides: enrolments) } }
        }
    }

    /// The counts of the outings' places, which no row of an enrolment leads to yet.
    func counts(in transaction: any Transaction) throws -> [Place: PlaceCount] {
        try outings.reduce(into: [:]) { counts, outing in
            guard let first = outing.dates.first, let last = outing.dates.last else { return }
            counts.merge(try PlaceStore(transaction).counts(in: outing.activity.id, from: first, through: last)) { first, _ in first }
        }
    }

    private func given(_ activity: Activity, _ plan: OutingPlan, on date: CivilDate, to child: Child, besides enrolments: [Enrolment]) -> Enrolment? {
        let own = enrolments.filter { $0.child == child.id && $0.covers(date) }
        let age = SchoolYear(containing: date).startYear - child.birthDay.components.year
        guard !own.contains(where: { $0.activity == activity.id }), let group = activity.groups.first(where: { $0.ages.contains(age) }) else {
            return nil
        }
        let isInvited = plan.participants.isEmpty || own.contains { plan.participants.contains(catalogue.activity($0.activity)?.code ?? "") }
        return isInvited ? Enrolment(child: child.id, activity: activity.id, group: group.id, firstDay: date, lastDay: date) : nil
    }
}
