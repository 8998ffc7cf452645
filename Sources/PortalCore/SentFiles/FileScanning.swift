/// What an antivirus says of a file.
package enum ScanVerdict: Hashable, Sendable {
    case clean
    /// With the name that it gives to what it found.
    case infected(String)
}

/// Shows the antivirus what families send, whatever it is sent for, and notes what it says.
package struct FileScanning: Sendable {
    private let portal: Portal

    package init(_ portal: Portal) {
        self.portal = portal
    }

    /// Those that wait for the antivirus, the oldest of each sort first.
    package func waiting(limit: Int = 20) throws -> [FiledFile] {
        try portal.database.read { transaction in
            let documents = try SentFileStore<SupportingDocument>(transaction).unscanned(limit: limit)
            let certificates = try SentFileStore<Absence>(transaction).unscanned(limit: limit)
            return documents.map { .document($0.file, of: $0.owner) } + certificates.map { .certificate($0.file, of: $0.owner) }
        }
    }

    /// The bytes that the antivirus is to look at; nil once they are gone.
    package func bytes(of file: FiledFile) throws -> [UInt8]? {
        try portal.database.read { try file.open(in: $0, portal.vault, unseen: true) }
    }

    /// Notes what the antivirus says. What is clean goes to the staff; what is infected is refused and forgotten, and its family told why.
    ///
    /// - Parameter link: the page where the family sends another one, for the mail.
    package func note(_ verdict: ScanVerdict, of file: FiledFile, _ settings: PortalSettings, link: String?) async throws {
        let now = portal.clock.now
        try await portal.database.write { transaction in
            switch file {
            case .document(let file, let owner):
                try FileScan<SupportingDocument>(transaction, settings, at: now).note(verdict, of: file, owner, link: link)
            case .certificate(let file, let owner):
                try FileScan<Absence>(transaction, settings, at: now).note(verdict, of: file, owner, link: link)
            }
        }
    }

    /// What waits for an antivirus that is late; nil when nothing waits longer than usual.
    package func backlog() throws -> ScanBacklog? {
        let limit = portal.clock.now.adding(seconds: -ScanBacklog.usual)
        return try portal.database.read { transaction in
            let sorts = [try SentFileStore<SupportingDocument>(transaction).backlog(), try SentFileStore<Absence>(transaction).backlog()]
            guard let oldest = sorts.compactMap(\.oldest).min(), oldest < limit else { return nil }
            return ScanBacklog(count: sorts.reduce(0) { $0 + $1.count }, oldest: oldest)
        }
    }
}

/// Files that wait for an antivirus that does not answer.
package struct ScanBacklog: Hashable, Sendable {
    package let count: Int
    package let oldest: Instant
    /// Seconds after which somebody should know.
    fileprivate static let usual: Int64 = 600
}

extension ScanVerdict {
    /// What a family reads about a file that was infected.
    static let refusal = "L'antivirus a trouvé un fichier dangereux\u{A0}: rien n'a été gardé. Envoyez le document depuis un autre appareil."
}
