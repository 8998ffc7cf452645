import PortalCore
import Testing

@testable import PortalServer

/// clamd's protocol, in bytes and words. No daemon runs here.
struct ClamdScannerTests {
    @Test func `a file goes in chunks behind their lengths, and ends with an empty one`() {
        let stream = ClamdScanner.stream([UInt8](repeating: 7, count: 65_537))
        #expect(stream.first == Array("zINSTREAM\0".utf8))
        #expect(stream.map(\.count) == [10, 4 + 65_536, 4 + 1, 4])
        #expect(stream[1].prefix(4) == [0, 1, 0, 0] && stream[2] == [0, 0, 0, 1, 7] && stream.last == [0, 0, 0, 0])
    }

    @Test func `only clean and infected are verdicts`() throws {
        #expect(try ClamdScanner.verdict("stream: OK") == .clean)
        #expect(try ClamdScanner.verdict("stream: Eicar-Test-Signature.UNOFFICIAL FOUND") == .infected("Eicar-Test-Signature.UNOFFICIAL"))
        for answer in ["", "stream: ", "INSTREAM size limit exceeded. ERROR", "stream: OK FOUNDED"] {
            #expect(throws: ScannerFailure.self) { try ClamdScanner.verdict(answer) }
        }
    }

    @Test func `a daemon that is not there is no verdict`() {
        #expect(throws: SystemCallError.self) { try ClamdScanner(path: "/nowhere/clamd.ctl").scan([1]) }
    }
}
