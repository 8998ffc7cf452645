/// What a confirmed request leaves behind besides its bookings: the journal's entries, and the mail that tells what has changed.
package struct BookingNotice {
    private let request: Request
    private let access: HouseholdAccess
    private let link: String?

    init(_ request: Request, of access: HouseholdAccess, link: String?) {
        self.request = request
        self.access = access
        self.link = link
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
        try OutboxStore(transaction).enqueue(answerTo: request, to: recipient, of: access.account, link: link)
    }

    private func detail(of lines: [BookingReviewLine]) -> String {
        let changes = lines.map { line in
            let sign =
                switch line.outcome {
                case .recordedAsAbsence: "a"
                case .waiting: "w"
                case .asked: "?"
                case .left: "x"
                default: line.change.kind == .add ? "+" : "-"
                }
            let place = line.care.map { "contrat\($0.rawValue)" } ?? String(line.change.slot.unit.rawValue)
            return (kind: "\(sign)\(place)@", date: line.change.slot.date)
        }
        return BookingNotice.detail(of: request.id, changes)
    }
}

extension BookingNotice {
    /// "demande 7 : +3@2026-11:04,11 -3@2026-12:02": for each kind of change, unit (by its number; "contrat4" for care under a
    /// contract) and month, the days. The journal is most of a
    /// portal's writing and is never thinned out, so that each booking adds three bytes to it, not fourteen.
    package static func detail(of request: Identifier<Request>, _ changes: [(kind: String, date: CivilDate)]) -> String {
        var words: [String] = []
        var places: [String: Int] = [:]
        for change in changes {
            let (month, day) = (change.date.iso.prefix(7), change.date.iso.suffix(2))
            let head = "\(change.kind)\(month):"
            if let place = places[head] {
                words[place] += ",\(day)"
            } else {
                places[head] = words.count
                words.append(head + day)
            }
        }
        return "demande \(request.rawValue)\u{A0}: \(words.joined(separator: " "))"
    }
}

extension AuditAct {
    /// A child's bookings were added or cancelled; the subject is the child.
    package static let bookingsChanged = AuditAct(rawValue: "bookings.changed")
}
