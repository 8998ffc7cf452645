/// What a roll call shows of a child under contract besides its mark.
package struct RollCallCare: Hashable, Sendable {
    package let contract: Identifier<CareContract>
    /// The hours agreed for the day; nil where nothing was agreed and the child came.
    package let span: CareSpan?
    /// The family gives the day up.
    package let isOnLeave: Bool
    /// What becomes of the hours if the child does not come, and why, as far as anybody has said.
    package let told: StayAbsence
    package let reason: String
    package let overrunMinutes: Int
}

/// Reads the children under contract who are to come to a nursery on a day, or have come.
struct CareRollCall {
    private let transaction: any Transaction
    private let catalogue: PortalCatalogue

    init(_ transaction: any Transaction, _ catalogue: PortalCatalogue) {
        self.transaction = transaction
        self.catalogue = catalogue
    }

    /// By the hour at which they come, then by name.
    func lines(at activity: Activity, on date: CivilDate) throws -> [(contract: CareContract, day: CareDay)] {
        try days(at: activity, date...date).sorted { left, right in
            func place(_ line: (contract: CareContract, day: CareDay)) -> (CivilTime, String, String, Identifier<CareContract>) {
                let child = line.contract.child
                return (line.day.span?.arrival ?? .midnight, child.lastName, child.firstName, line.contract.id)
            }
            return place(left) < place(right)
        }
    }

    /// Those who are expected and not called.
    func uncalled(at activity: Activity, on date: CivilDate) throws -> [CareContract] {
        try lines(at: activity, on: date).filter { $0.day.isUncalled }.map(\.contract)
    }

    /// For each day of a span on which a child is to come or came, how many of them are not called.
    func uncalledCounts(at activity: Activity, _ span: ClosedRange<CivilDate>) throws -> [CivilDate: Int] {
        try days(at: activity, span).reduce(into: [:]) { counts, line in
            guard line.day.isUncalled || line.day.stay?.mark.presence != nil else { return }
            counts[line.day.date, default: 0] += line.day.isUncalled ? 1 : 0
        }
    }

    /// The contract under which a child may come to a nursery on a day; nil for none.
    func contract(of child: Identifier<Child>, at activity: Activity, on date: CivilDate) throws -> CareContract? {
        guard activity.nursery != nil else { return nil }
        return try CareContractStore(transaction).contracts(of: child).first { $0.activity == activity.id && $0.covers(date) }
    }

    private func days(at activity: Activity, _ span: ClosedRange<CivilDate>) throws -> [(contract: CareContract, day: CareDay)] {
        let opening = OpeningDays(of: activity, in: catalogue.calendar)
        return try CareFileStore(transaction, catalogue).files(at: activity, span).flatMap { file in
            span.compactMap { date in file.day(date, opening: opening).map { (contract: file.contract, day: $0) } }.filter { !$0.day.isClosed }
        }
    }
}

extension CareDay {
    fileprivate var isUncalled: Bool { isExpected && stay?.mark.presence == nil }

    fileprivate var isClosed: Bool {
        if case .closed = state { true } else { false }
    }
}

extension RollCallChild {
    init(_ contract: CareContract, _ day: CareDay, people: [PickupPerson], alert: String?) {
        let stay = day.stay
        let isOnLeave = if case .leave = day.state { true } else { false }
        let reported: BookingState? =
            switch stay?.told ?? .none {
            case .charged: .absent
            case .excused: .excused
            case .none: isOnLeave ? .excused : day.span.map { _ in .reserved }
            }
        let care = RollCallCare(
            contract: contract.id,
            span: day.span,
            isOnLeave: isOnLeave,
            told: stay?.told ?? .none,
            reason: stay?.reason ?? "",
            overrunMinutes: day.overrunMinutes
        )
        self.init(
            child: contract.child,
            group: RollCallChild.regularCare,
            reported: reported,
            mark: stay?.mark ?? AttendanceMark(),
            calledBy: stay?.mark.presence == nil ? nil : stay?.calledBy,
            people: people,
            alert: alert,
            care: care
        )
    }

    /// The title above those who come under contract.
    package static let regularCare = "Accueil régulier"
}
