import Glibc
import PortalCore
import Testing

@testable import PortalServer

/// The `portal` commands on a data folder of their own.
struct PortalCommandTests {
    @Test func `a town's file makes its portal, again and again`() async throws {
        let data = try folder()
        defer { remove(data) }
        for _ in 0..<2 { #expect(await PortalCommands.run(["portal", "import", town("charost"), "--data", data]) == 0) }
        #expect(PortalDirectory(path: data, clock: SystemClock()).slugs() == ["charost"])
        #expect(await PortalCommands.run(["portal", "list", "--data", data]) == 0)
    }

    @Test func `what cannot be done is said in one clear line, and leaves nothing behind`() async throws {
        let data = try folder()
        defer { remove(data) }
        let failures: [(any PortalCommand.Type, [String], String, Int32)] = [
            (PortalImportCommand.self, ["nulle-part.yaml"], "le fichier «\u{A0}nulle-part.yaml\u{A0}» n'existe pas.", 1),
            (PortalImportCommand.self, ["/"], "le fichier «\u{A0}/\u{A0}» ne peut pas être lu.", 1),
            (PortalImportCommand.self, [], "Il faut le fichier de définition à importer. Voir --help.", 2),
            (PortalExportCommand.self, ["bondoufle"], "il n'y a pas de portail «\u{A0}bondoufle\u{A0}» dans \(data).", 1),
            (PortalExportCommand.self, ["../x"], "il n'y a pas de portail «\u{A0}../x\u{A0}» dans \(data).", 1),
        ]
        for (command, words, message, status) in failures {
            let failure = await #expect(throws: CommandFailure.self) { try await command.run(CommandArguments(words + ["--data", data])) }
            #expect(failure?.message == message)
            #expect(failure?.status == status)
        }
        #expect(PortalDirectory(path: data, clock: SystemClock()).slugs().isEmpty)
    }

    @Test func `a file that is no definition names its line`() async throws {
        let file = #filePath
        let failure = await #expect(throws: CommandFailure.self) { try await PortalImportCommand.run(CommandArguments([file])) }
        #expect(failure?.message.hasPrefix("\(file), ligne ") == true)
    }

    private func town(_ slug: String) -> String {
        #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" } + "/Portals/\(slug).yaml"
    }

    private func folder() throws -> String {
        var template = Array("/tmp/portail-commandes-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private func remove(_ data: String) {
        for suffix in ["", "-wal", "-shm"] { unlink("\(data)/portals/charost.sqlite\(suffix)") }
        rmdir("\(data)/portals")
        rmdir(data)
    }
}
