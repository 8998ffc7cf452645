import PortalCore

/// Looks at a file before anybody opens it.
protocol VirusScanner: Sendable {
    /// - Throws: `SystemCallError` or `ScannerFailure` when it gives no answer: the file waits.
    func scan(_ bytes: [UInt8]) throws -> ScanVerdict
}

/// An antivirus that answered something else than clean or infected.
struct ScannerFailure: Error, CustomStringConvertible {
    let answer: String
    var description: String { "l'antivirus répond « \(answer) »" }
}
