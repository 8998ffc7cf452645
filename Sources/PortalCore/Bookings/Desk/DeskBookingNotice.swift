/// What the staff's changes leave behind besides the bookings: the journal's entries, and a mail to each adult of the family.
struct DeskBookingNotice {
    private let request: Request
    private let family: Family
    private let reason: String
    private let member: StaffMember
    private let link: String?

    init(_ request: Request, family: Family, reason: String, member: StaffMember, link: String?) {
        self.request = request
        self.family = family
        self.reason = reason
        self.member = member
        self.link = link
    }

    /// Writes them in the transaction of the bookings. Changes that were all refused leave neither.
    func leave(in transaction: any Transaction) throws {
        let accepted = request.lines.filter(\.outcome.isAccepted)
        guard !accepted.isEmpty else { return }
        for (child, lines) in Dictionary(grouping: accepted, by: \.change.slot.child).sorted(by: { $0.key < $1.key }) {
            let changes = lines.map { line in
                (kind: "\(line.change.kind == .add ? "+" : "-")\(line.change.slot.unit.rawValue)@", date: line.change.slot.date)
            }
            try AuditLog.record(
                in: transaction,
                by: .staff(member.id),
                .bookingsChangedByStaff,
                on: child,
                detail: "\(BookingNotice.detail(of: request.id, changes)) (\(reason))",
                at: request.createdAt
            )
        }
        let accounts = try AccountStore(transaction).accounts(in: family.household.id)
        for account in accounts {
            guard let email = family.adults.first(where: { $0.id == account.adult })?.email else { continue }
            try OutboxStore(transaction).enqueue(answerTo: request, to: email, of: account.id, link: link)
        }
    }
}

extension AuditAct {
    /// The staff booked or cancelled for a family; the subject is the child, the detail has the reason.
    static let bookingsChangedByStaff = AuditAct(rawValue: "bookings.changedByStaff")
}
