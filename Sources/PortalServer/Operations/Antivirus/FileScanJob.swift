import HTMLTemplates
import PortalCore

/// Shows what families send to the antivirus, in the background. While it does not answer, files wait and nobody opens them.
struct FileScanJob: Sendable {
    private let sites: [PortalSite]
    /// nil where the operator has none: what waited for one is let through.
    private let scanner: (any VirusScanner)?
    /// The one thread that talks to the antivirus.
    private let worker: SerialWorker

    init(_ sites: [PortalSite], _ scanner: (any VirusScanner)?) throws {
        self.sites = sites
        self.scanner = scanner
        worker = try SerialWorker(capacity: 1)
    }

    /// Looks every few seconds, until the task is cancelled. A trouble that lasts is said once, and so is its end.
    func run() async {
        var known: String?
        while !Task.isCancelled {
            let trouble = await scanWaiting()
            if let trouble, trouble != known { Terminal.complain("Antivirus : \(trouble) ; les fichiers des familles attendent.") }
            if trouble == nil, known != nil { Terminal.print("L'antivirus répond de nouveau.") }
            known = trouble
            try? await Task.sleep(for: .seconds(2))
        }
    }

    /// Scans what waits now.
    ///
    /// - Returns: the last trouble, in words; nil when there was none.
    func scanWaiting() async -> String? {
        var trouble: String?
        for site in sites where !Task.isCancelled {
            do {
                try await scan(site, &trouble)
            } catch {
                trouble = "\(site.portal.slug) : \(error)"
            }
        }
        return trouble
    }

    private func scan(_ site: PortalSite, _ trouble: inout String?) async throws {
        guard let settings = try? site.catalogue().settings else { return }
        let scanning = FileScanning(site.portal)
        for file in try scanning.waiting() {
            guard let bytes = try scanning.bytes(of: file) else { continue }
            do {
                try await scanning.note(try await verdict(bytes), of: file, settings, link: site.absoluteAddress(of: file.page))
            } catch let failure as ScannerFailure {
                // About this file: those behind it are not kept waiting.
                trouble = "\(site.portal.slug) : \(failure)"
            }
        }
    }

    private func verdict(_ bytes: [UInt8]) async throws -> ScanVerdict {
        guard let scanner else { return .clean }
        return try await withCheckedThrowingContinuation { continuation in
            let isTaken = worker.submit { continuation.resume(with: Result { try scanner.scan(bytes) }) }
            if !isTaken { continuation.resume(throwing: ScannerFailure(answer: "occupé")) }
        }
    }
}

extension FiledFile {
    /// Where its family sends another one.
    fileprivate var page: ParentPage {
        switch self {
        case .document: .documents(.list)
        case .certificate(_, let absence): .absences(.absence(absence))
        }
    }
}
