import HTMLTemplates
import PortalCore

/// Shows what families send to the antivirus, in the background. While it does not answer, files wait and nobody opens them.
struct DocumentScanJob: Sendable {
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

    /// Looks every few seconds, until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            await scanWaiting()
            try? await Task.sleep(for: .seconds(2))
        }
    }

    /// Scans what waits now.
    func scanWaiting() async {
        for site in sites where !Task.isCancelled {
            do {
                guard let catalogue = try? site.catalogue() else { continue }
                let service = DocumentService(site.portal, catalogue, hasAntivirus: scanner != nil)
                let link = site.absoluteAddress(of: ParentPage.documents(.list))
                for file in try service.unscanned() {
                    guard let bytes = try service.bytes(of: file) else { continue }
                    try await service.note(try await verdict(bytes), of: file, link: link)
                }
            } catch {
                Terminal.complain("Antivirus de \(site.portal.slug) : \(error)")
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
