/// What an antivirus says of a file.
package enum ScanVerdict: Hashable, Sendable {
    case clean
    /// With the name that it gives to what it found.
    case infected(String)
}

extension DocumentService {
    /// A file that the antivirus has not seen.
    package struct UnscannedFile: Hashable, Sendable {
        package let file: Identifier<DocumentFile>
        package let document: Identifier<SupportingDocument>
    }

    /// Those that wait for the antivirus, the oldest first.
    package func unscanned(limit: Int = 20) throws -> [UnscannedFile] {
        try portal.database.read { transaction in
            try DocumentFileStore(transaction).unscanned(limit: limit).map { UnscannedFile(file: $0.file, document: $0.document) }
        }
    }

    /// The bytes that the antivirus is to look at; nil once they are gone.
    package func bytes(of unscanned: UnscannedFile) throws -> [UInt8]? {
        try portal.database.read { try DocumentFileStore($0).open(unscanned.file, of: unscanned.document, portal.vault)?.bytes }
    }

    /// Notes what the antivirus says. A document whose files are all clean goes to the staff; an infected one is refused and forgotten, and its
    /// family told why.
    ///
    /// - Parameter link: the address of the family's documents, for the mail.
    package func note(_ verdict: ScanVerdict, of scanned: UnscannedFile, link: String?) async throws {
        let (now, settings) = (portal.clock.now, catalogue.settings)
        try await portal.database.write { transaction in
            let (store, files) = (DocumentStore(transaction), DocumentFileStore(transaction))
            guard let found = try store.document(scanned.document) else { return }
            try transaction.lock("documents:\(found.household.rawValue)")
            guard let document = try store.document(scanned.document), document.state == .scanning else { return }
            switch verdict {
            case .clean:
                try files.markScanned(scanned.file)
                if try files.isScanned(document.id) { try store.setState(.waiting, of: document.id) }
            case .infected(let name):
                try files.deleteAll(of: document.id)
                let note = "L'antivirus a trouvé un fichier dangereux\u{A0}: rien n'a été gardé. Envoyez le document depuis un autre appareil."
                try store.judge(document.id, .refused, validUntil: nil, note: note, by: nil, at: now)
                try AuditLog.record(in: transaction, by: .system, .documentInfected, on: document.id, detail: name, at: now)
                try DocumentLetters(transaction, settings, at: now).tell(document, accepted: false, validUntil: nil, note: note, link: link)
            }
        }
    }
}
