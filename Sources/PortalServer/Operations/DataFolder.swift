import PortalCore

/// The data folder that a command works on: `--data DIR`, ./data when it is not given.
struct DataFolder: Sendable {
    let path: String
    let clock = SystemClock()

    init(_ arguments: CommandArguments) {
        path = arguments["data"] ?? "./data"
    }

    var directory: PortalDirectory { PortalDirectory(path: path, clock: clock) }

    /// Works on the folder's portals; what the database refuses becomes one line for the operator.
    func opening<Result>(_ slug: String, _ body: (PortalDirectory) throws -> Result) throws -> Result {
        do {
            return try body(directory)
        } catch let error as DatabaseError {
            throw failure(error, of: slug)
        }
    }

    func failure(_ error: DatabaseError, of slug: String) -> CommandFailure {
        CommandFailure(message: "la base du portail «\u{A0}\(slug)\u{A0}» dans \(path) ne répond pas ou ne s'ouvre pas\u{A0}: \(error.sentence).")
    }
}
