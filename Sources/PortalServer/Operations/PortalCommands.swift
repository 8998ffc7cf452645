enum PortalCommands {
    /// Every command, in the order of the help.
    static let all: [any PortalCommand.Type] = [
        ServeCommand.self,
        DemoCommand.self,
        PortalImportCommand.self,
        PortalListCommand.self,
        PortalExportCommand.self,
        PortalMoveCommand.self,
        MigrateCommand.self,
        DeadlineCommand.self,
        KeyCreateCommand.self,
        BackupCommand.self,
        RestoreCommand.self,
        AuditVerifyCommand.self,
        BounceCommand.self,
    ]
}

extension PortalCommands {
    /// Finds the command that the words call, runs it, and gives the process's exit status.
    static func run(_ words: [String]) async -> Int32 {
        guard let command = command(called: words) else { return listCommands(asked: words) }
        let rest = Array(words.dropFirst(command.name.split(separator: " ").count))
        if rest.contains("--help") {
            Terminal.print(command.help)
            return 0
        }
        do {
            try await command.run(CommandArguments(rest, flags: command.flags))
            return 0
        } catch let failure as CommandFailure {
            Terminal.complain("PortalServer \(command.name): \(failure.message)")
            return failure.status
        } catch {
            Terminal.complain("PortalServer \(command.name): \(error)")
            return 1
        }
    }

    private static func command(called words: [String]) -> (any PortalCommand.Type)? {
        all.first { Array(words.prefix($0.name.split(separator: " ").count)) == $0.name.split(separator: " ").map(String.init) }
    }

    /// What is said when the words call no command: the list, or the family's commands for "portal" alone.
    private static func listCommands(asked words: [String]) -> Int32 {
        guard let word = words.first, !["--help", "-h", "help"].contains(word) else {
            Terminal.print(list(all))
            return words.isEmpty ? 2 : 0
        }
        let family = all.filter { $0.name.hasPrefix("\(word) ") }
        if !family.isEmpty, words.contains("--help") {
            Terminal.print(list(family))
            return 0
        }
        let known = family.map { $0.name }.joined(separator: ", ")
        let fault = family.isEmpty ? "commande inconnue « \(word) »." : "« \(word) » ne suffit pas : \(known)."
        Terminal.complain("PortalServer: \(fault) Voir --help.")
        return 2
    }

    private static func list(_ commands: [any PortalCommand.Type]) -> String {
        let lines = commands.map { "  \($0.name.padding(to: 16))\($0.summary)" }.joined(separator: "\n")
        return "PortalServer : le portail famille.\n\nCommandes :\n\(lines)\n\nPortalServer COMMANDE --help explique chacune."
    }
}

extension String {
    /// This text with spaces after it up to a width, for columns in a terminal.
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
