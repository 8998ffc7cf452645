import Glibc

extension PortalDefinition {
    /// Reads the definition file at a path.
    ///
    /// - Throws: `DefinitionRefusal` when there is no such file to read, `DefinitionError` when its content is wrong.
    package init(file path: String, today: CivilDate) throws {
        try self.init(yaml: PortalDefinition.bytes(ofFile: path), file: path, today: today)
    }

    /// The file's bytes, one more than allowed at most: the reader then says that it is too long.
    private static func bytes(ofFile path: String) throws(DefinitionRefusal) -> [UInt8] {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        while bytes.count <= YAMLLimits.bytes {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(path) }
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        return bytes
    }

    private static func unreadable(_ path: String) -> DefinitionRefusal {
        switch errno {
        case ENOENT, ENOTDIR: DefinitionRefusal(message: "le fichier \(quoted(path)) n'existe pas")
        case EACCES: DefinitionRefusal(message: "le fichier \(quoted(path)) ne peut pas être lu\u{A0}: accès refusé")
        default: DefinitionRefusal(message: "le fichier \(quoted(path)) ne peut pas être lu")
        }
    }
}
