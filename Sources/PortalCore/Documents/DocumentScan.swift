/// Notes what the antivirus says of a document's file.
struct DocumentScan {
    private let transaction: any Transaction
    private let settings: PortalSettings
    private let now: Instant

    init(_ transaction: any Transaction, _ settings: PortalSettings, at now: Instant) {
        self.transaction = transaction
        self.settings = settings
        self.now = now
    }

    /// A document whose files are all clean goes to the staff; an infected one is refused and forgotten.
    func note(_ verdict: ScanVerdict, of file: Identifier<DocumentFile>, _ id: Identifier<SupportingDocument>, link: String?) throws {
        let (store, files) = (DocumentStore(transaction), SentFileStore<SupportingDocument>(transaction))
        guard let found = try store.document(id) else { return }
        try transaction.lock("documents:\(found.household.rawValue)")
        guard let document = try store.document(id), document.state == .scanning else { return }
        switch verdict {
        case .clean:
            try files.markScanned(file)
            if try files.isScanned(id) { try store.setState(.waiting, of: id) }
        case .infected(let name):
            try files.deleteAll(of: id)
            try store.judge(id, .refused, validUntil: nil, note: ScanVerdict.refusal, by: nil, at: now)
            try AuditLog.record(in: transaction, by: .system, .documentInfected, on: id, detail: name, at: now)
            let letters = DocumentLetters(transaction, settings, at: now)
            try letters.tell(document, accepted: false, validUntil: nil, note: ScanVerdict.refusal, link: link)
        }
    }
}
