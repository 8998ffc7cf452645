/// One verb of the command line.
protocol PortalCommand: Sendable {
    /// The words that call it: "portal import".
    static var name: String { get }
    /// One line for the list of commands.
    static var summary: String { get }
    /// The whole text of `--help`.
    static var help: String { get }
    /// The options that take no value.
    static var flags: Set<String> { get }

    /// Runs it. Throws `CommandFailure` with one clear line when it could not.
    static func run(_ arguments: CommandArguments) async throws
}

extension PortalCommand {
    static var flags: Set<String> { [] }
}

/// A command that could not do what it was asked: one line for the operator, and the exit status.
struct CommandFailure: Error {
    let message: String
    /// 1: it failed; 2: it was called wrongly.
    var status: Int32 = 1

    /// The words of the call are wrong; the line says which and how to get help.
    static func usage(_ message: String) -> CommandFailure {
        CommandFailure(message: "\(message) Voir --help.", status: 2)
    }
}
