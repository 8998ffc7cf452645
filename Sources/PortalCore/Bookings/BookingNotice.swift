/// What a confirmed request leaves behind besides its bookings: the journal's entries, and the mail that tells what has changed.
struct BookingNotice {
    private let request: Request
    private let access: HouseholdAccess
    private let link: String?
    private let settings: PortalSettings

    init(_ request: Request, of access: HouseholdAccess, link: String?, from settings: PortalSettings) {
        self.request = request
        self.access = access
        self.link = link
        self.settings = settings
    }

    /// Writes them in the transaction of the bookings. A request that changed nothing leaves neither.
    func leave(in transaction: any Transaction) throws {
        let accepted = request.lines.filter(\.outcome.isAccepted)
        guard !accepted.isEmpty else { return }
        for (child, lines) in Dictionary(grouping: accepted, by: \.change.slot.child).sorted(by: { $0.key < $1.key }) {
            try AuditLog.record(
                in: transaction,
                by: .account(access.account),
                .bookingsChanged,
                on: child,
                detail: detail(of: lines),
                at: request.createdAt
            )
        }
        guard let recipient = access.adult.email else { return }
        let mail = Mail.bookingConfirmation(of: request, to: recipient, salutation: access.adult.salutation, link: link, from: settings)
        try OutboxStore(transaction).enqueue(mail, to: access.account, at: request.createdAt)
    }

    /// "demande 7 : +3@2026-11-04 -3@2026-11-11", units by their number.
    private func detail(of lines: [BookingReviewLine]) -> String {
        let changes = lines.map { line in
            let sign =
                switch line.outcome {
                case .recordedAsAbsence: "a"
                default: line.change.kind == .add ? "+" : "-"
                }
            return "\(sign)\(line.change.slot.unit.rawValue)@\(line.change.slot.date.iso)"
        }
        return "demande \(request.id.rawValue)\u{A0}: \(changes.joined(separator: " "))"
    }
}

extension AuditAct {
    /// A child's bookings were added or cancelled; the subject is the child.
    package static let bookingsChanged = AuditAct(rawValue: "bookings.changed")
}
