/// Notes what the antivirus says of a file, whatever it is sent for.
struct FileScan<Owner: ScannedOwner> {
    let transaction: any Transaction
    let settings: PortalSettings
    let now: Instant

    init(_ transaction: any Transaction, _ settings: PortalSettings, at now: Instant) {
        self.transaction = transaction
        self.settings = settings
        self.now = now
    }

    /// Once all files are clean, what they prove goes to the staff. With one that is infected it is refused, nothing of it is kept, and the
    /// family is told; after it was judged, only that file is forgotten.
    func note(_ verdict: ScanVerdict, of file: Identifier<FamilyFile<Owner>>, _ id: Identifier<Owner>, link: String?) throws {
        let files = SentFileStore<Owner>(transaction)
        guard let found = try Owner.find(id, in: transaction) else { return }
        try transaction.lock([found.scanLock])
        // Somebody may have judged it while we waited.
        guard let owner = try Owner.find(id, in: transaction) else { return }
        switch verdict {
        case .clean:
            try files.markScanned(file)
            if owner.isScanning, try files.isScanned(id) { try owner.passToStaff(in: transaction) }
        case .infected(let name):
            try AuditLog.record(in: transaction, by: .system, Owner.infected, on: id, detail: name, at: now)
            guard owner.isScanning else {
                try files.delete(file)
                return
            }
            try files.deleteAll(of: id)
            try owner.refuse(ScanVerdict.refusal, link: link, for: self)
        }
    }
}

/// What families' files are sent for, seen by the antivirus.
protocol ScannedOwner: FileOwner {
    /// What the journal says when a file is infected.
    static var infected: AuditAct { get }

    static func find(_ id: Identifier<Self>, in transaction: any Transaction) throws -> Self?

    /// Held while it is judged.
    var scanLock: NamedLock { get }
    /// Whether it waits for the antivirus.
    var isScanning: Bool { get }

    func passToStaff(in transaction: any Transaction) throws

    /// Refuses it, and tells the family why.
    ///
    /// - Parameter link: the page where the family sends another one, for the mail.
    func refuse(_ reason: String, link: String?, for scan: FileScan<Self>) throws
}

extension SupportingDocument: ScannedOwner {
    static var infected: AuditAct { .documentInfected }

    static func find(_ id: Identifier<SupportingDocument>, in transaction: any Transaction) throws -> SupportingDocument? {
        try DocumentStore(transaction).document(id)
    }

    var scanLock: NamedLock { .alone("documents:\(household.rawValue)") }
    var isScanning: Bool { state == .scanning }

    func passToStaff(in transaction: any Transaction) throws { try DocumentStore(transaction).setState(.waiting, of: id) }

    func refuse(_ reason: String, link: String?, for scan: FileScan<SupportingDocument>) throws {
        try DocumentStore(scan.transaction).judge(id, .refused, validUntil: nil, note: reason, by: nil, at: scan.now)
        let letters = DocumentLetters(scan.transaction, scan.settings, at: scan.now)
        try letters.tell(self, accepted: false, validUntil: nil, note: reason, link: link)
    }
}

extension Absence: ScannedOwner {
    static var infected: AuditAct { .certificateInfected }

    static func find(_ id: Identifier<Absence>, in transaction: any Transaction) throws -> Absence? { try AbsenceStore(transaction).absence(id) }

    var scanLock: NamedLock { .alone("child:\(child.id.rawValue)") }
    var isScanning: Bool { state == .scanning }

    func passToStaff(in transaction: any Transaction) throws { try AbsenceStore(transaction).setState(.toJudge, of: id) }

    func refuse(_ reason: String, link: String?, for scan: FileScan<Absence>) throws {
        let store = AbsenceStore(scan.transaction)
        try store.judge(id, .refused, note: reason, by: nil, at: scan.now)
        guard let (email, salutation) = try store.recipient(of: account, about: child.id) else { return }
        let mail = Mail.absenceJudged(
            self,
            accepted: false,
            note: reason,
            stillCharged: 0,
            to: email,
            salutation: salutation,
            link: link,
            from: scan.settings
        )
        try OutboxStore(scan.transaction).enqueue(mail, to: account, at: scan.now)
    }
}
