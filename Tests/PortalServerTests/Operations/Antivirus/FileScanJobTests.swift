import PortalCore
import Synchronization
import Testing

@testable import PortalServer

/// What becomes of families' files while the antivirus is well, ill or away.
struct FileScanJobTests {
    /// Answers what the test says, file after file; the last answer for good.
    private final class Script: VirusScanner {
        private let answers: Mutex<[Result<ScanVerdict, any Error>]>

        init(_ answers: [Result<ScanVerdict, any Error>]) { self.answers = Mutex(answers) }

        func scan(_ bytes: [UInt8]) throws -> ScanVerdict {
            try answers.withLock { answers in answers.count > 1 ? answers.removeFirst() : answers[0] }.get()
        }
    }

    private let away = SystemCallError(call: "connect /run/clamav/clamd.ctl")

    @Test func `while the antivirus is away nothing is lost, and what it cannot read keeps nobody waiting`() async throws {
        let town = try await TestTown()
        let (site, scanning) = (try town.portalSite, FileScanning(town.portal))
        let access = try town.access("marie.dupont")
        let service = DocumentService(town.portal, try site.catalogue(), hasAntivirus: true)
        let asks = try service.asks(of: access).prefix(2)
        #expect(asks.count == 2)
        for (number, ask) in asks.enumerated() {
            let key = try #require(IdempotencyKey("piece-analysee-\(number)-0000"))
            #expect(try await service.send([Array("%PDF-1.4".utf8)], for: ask.type.code, of: ask.subject, key: key, by: access.account))
        }
        func trouble(_ answers: Result<ScanVerdict, any Error>...) async throws -> String? {
            try await FileScanJob([site], Script(answers)).scanWaiting()
        }
        #expect(try await trouble(.failure(away))?.contains("connect") == true)
        #expect(try scanning.waiting().count == 2)
        #expect(try await trouble(.failure(ScannerFailure(answer: "")), .success(.clean))?.contains("répond") == true)
        #expect(try scanning.waiting().count == 1)
        #expect(try await trouble(.success(.clean)) == nil)
        #expect(try scanning.waiting().isEmpty)
    }

    @Test func `a daemon that hangs up, is silent or says something else gives no verdict`() throws {
        #expect(throws: ScannerFailure.self) { try FakeClamd.scan(1, .answers("stream: trouble ERROR\0")) }
        // An answer that never came, or a connection that broke: either way the file waits.
        #expect(throws: (any Error).self) { try FakeClamd.scan(1 << 20, .hangsUp) }
        #expect(throws: SystemCallError.self) { try FakeClamd.scan(1, .isSilent, patience: 50) }
        #expect(try FakeClamd.scan(1 << 20, .answers("stream: OK\0")) == .clean)
    }
}
