import Glibc

/// The key of what a data folder's portals keep sealed: DIR/portals.key, for its owner alone. It is made with the first portal, goes into the
/// encrypted backups with the rest of the folder, and is copied by hand to other servers of the same portals.
struct PortalVaultFile {
    let path: String

    init(data: String) {
        path = "\(data)/portals.key"
    }

    /// The vault of a portal.
    func vault(of slug: String) throws(DatabaseError) -> Vault {
        do {
            if access(path, F_OK) != 0 { try make() }
            return Vault(master: try read(), portal: slug)
        } catch let failure as FileFailure {
            throw .other("\(failure)")
        } catch let failure as DatabaseError {
            throw failure
        } catch {
            throw .other("\(error)")
        }
    }

    private func make() throws {
        let file = try NewFile(path)
        try file.write(Array("\(SystemRandom().bytes(32).hexadecimal)\n".utf8))
        try file.keep()
    }

    private func read() throws -> [UInt8] {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & 0o077 == 0 else {
            throw DatabaseError.other("\(path) peut être lu par d'autres comptes\u{A0}: chmod 600")
        }
        let text = String(decoding: try SourceFile.contents(of: path), as: UTF8.self)
        guard let key = [UInt8](hexadecimal: text.filter { !$0.isWhitespace }), key.count == 32 else {
            throw DatabaseError.other("\(path) n'est pas une clé de portail")
        }
        return key
    }
}
