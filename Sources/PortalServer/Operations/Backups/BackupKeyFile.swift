import Glibc
import PortalCore

/// The file that holds the backups' key.
struct BackupKeyFile {
    let path: String

    /// The file that `--key` names, or the environment.
    init(_ arguments: CommandArguments, option: String = "key") throws {
        guard let path = arguments[option] ?? getenv("PORTAL_BACKUP_KEY").map({ String(cString: $0) }) else {
            throw CommandFailure.usage("Il faut la clé des sauvegardes\u{A0}: --\(option) FICHIER (« PortalServer key create » en fait une).")
        }
        self.path = path
    }

    init(path: String) {
        self.path = path
    }

    /// Reads the key.
    ///
    /// - Parameter data: the data folder: a key kept there would be in the backups that it protects.
    func key(besides data: String?) throws -> BackupKey {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw CommandFailure(message: "la clé \(path) ne peut pas être lue\u{A0}: \(String(cString: strerror(errno))).")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw CommandFailure(message: "la clé \(path) est lisible par d'autres comptes. Corrigez avec « chmod 600 \(path) ».")
        }
        if let data, let folder = BackupKeyFile.real(data), let file = BackupKeyFile.real(path), file.hasPrefix("\(folder)/") {
            throw CommandFailure(message: "la clé \(path) est dans le dossier à sauvegarder\u{A0}: rangez-la ailleurs.")
        }
        do {
            let text = String(decoding: try SourceFile.contents(of: path), as: UTF8.self)
            guard let key = BackupKey(text: text) else { throw CommandFailure(message: "\(path) n'est pas une clé de sauvegarde.") }
            return key
        } catch let failure as FileFailure {
            throw CommandFailure(message: "\(failure).")
        }
    }

    /// Writes a new key where nothing is yet.
    func create() throws {
        guard access(path, F_OK) != 0 else { throw CommandFailure(message: "\(path) existe déjà\u{A0}: rien n'a été changé.") }
        do {
            let file = try NewFile(path)
            try file.write(Array(BackupKey(from: SystemRandom()).text.utf8))
            try file.keep()
        } catch {
            throw CommandFailure(message: "\(error).")
        }
    }

    /// The path without links and dots; nil when nothing is there.
    static func real(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
