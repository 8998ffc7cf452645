/// Notes what the antivirus says of a certificate.
struct CertificateScan {
    private let transaction: any Transaction
    private let settings: PortalSettings
    private let now: Instant

    init(_ transaction: any Transaction, _ settings: PortalSettings, at now: Instant) {
        self.transaction = transaction
        self.settings = settings
        self.now = now
    }

    /// A clean one goes to the staff, and counts from when it was sent; an infected one is forgotten, and another may be sent.
    func note(_ verdict: ScanVerdict, of file: Identifier<Certificate>, _ id: Identifier<Absence>, link: String?) throws {
        let (store, files) = (AbsenceStore(transaction), SentFileStore<Absence>(transaction))
        guard let found = try store.absence(id) else { return }
        try transaction.lock("child:\(found.child.id.rawValue)")
        guard let absence = try store.absence(id) else { return }
        switch verdict {
        case .clean:
            try files.markScanned(file)
            if absence.state == .scanning, try files.isScanned(id) { try store.setState(.toJudge, of: id) }
        case .infected(let name):
            try files.delete(file)
            try AuditLog.record(in: transaction, by: .system, .certificateInfected, on: id, detail: name, at: now)
            guard absence.state == .scanning else { return }
            try store.judge(id, .refused, note: ScanVerdict.refusal, by: nil, at: now)
            guard let (email, salutation) = try store.recipient(of: absence.account, about: absence.child.id) else { return }
            let mail = Mail.absenceJudged(
                absence,
                accepted: false,
                note: ScanVerdict.refusal,
                stillCharged: 0,
                to: email,
                salutation: salutation,
                link: link,
                from: settings
            )
            try OutboxStore(transaction).enqueue(mail, to: absence.account, at: now)
        }
    }
}
