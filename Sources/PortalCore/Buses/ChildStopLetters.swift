/// Leaves the mails about bus stops that the staff have set in the outbox, in the transaction of the change.
struct ChildStopLetters {
    private let transaction: any Transaction
    private let settings: PortalSettings
    private let now: Instant

    init(_ transaction: any Transaction, _ settings: PortalSettings, at now: Instant) {
        self.transaction = transaction
        self.settings = settings
        self.now = now
    }

    /// Tells the adults who see the child, in each of its homes, where it gets on and off from now on; nobody, where that is what held already.
    ///
    /// - Parameter line: what held before.
    func tell(_ change: ChildStopForm.Change, of child: Identifier<Child>, _ line: ChildBusLine, link: String?) throws {
        guard !line.holds(change) else { return }
        for account in try ChildStopStore(transaction).accounts(around: child) {
            guard let access = try HouseholdAccess(account: account, in: transaction), let recipient = access.adult.email,
                let child = access.child(child)
            else { continue }
            let mail = Mail.stopsChanged(change, of: child, line, to: recipient, salutation: access.adult.salutation, link: link, from: settings)
            try OutboxStore(transaction).enqueue(mail, to: account, at: now)
        }
    }
}

extension ChildBusLine {
    /// Whether a change says nothing new: the same stops, with nothing said for later that it would take away.
    fileprivate func holds(_ change: ChildStopForm.Change) -> Bool { isAnswered && later == nil && stops == change.stops }
}
