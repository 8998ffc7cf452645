import Glibc

/// Folders of the file system, by their path.
package enum Folder {
    /// Makes a folder and those above it, for their owner alone. One that is there stays as it is.
    package static func make(_ path: String) throws(FileFailure) {
        guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        guard errno == ENOENT, parent(of: path) != path else { throw FileFailure("mkdir", path) }
        try make(parent(of: path))
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw FileFailure("mkdir", path) }
    }

    /// The names in a folder, in order, without "." and "..".
    package static func names(in path: String) throws(FileFailure) -> [String] {
        guard let folder = opendir(path) else { throw FileFailure("opendir", path) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// The regular files below a folder, as paths from it, in order. What begins with a dot is in the making and left out, and so are links.
    package static func files(below path: String) throws(FileFailure) -> [String] {
        var files: [String] = []
        for name in try names(in: path) where !name.hasPrefix(".") {
            switch kind(of: "\(path)/\(name)") {
            case S_IFREG: files.append(name)
            case S_IFDIR: files += try self.files(below: "\(path)/\(name)").map { "\(name)/\($0)" }
            default: break
            }
        }
        return files
    }

    /// Makes the names in a folder durable.
    static func sync(_ path: String) throws(FileFailure) {
        let descriptor = uninterrupted { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw FileFailure("open", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileFailure("fsync", path) }
    }

    /// Removes a folder with everything in it; what is not there is removed already.
    package static func remove(_ path: String) throws(FileFailure) {
        guard kind(of: path) == S_IFDIR else { return }
        for name in try names(in: path) {
            let inside = "\(path)/\(name)"
            if kind(of: inside) == S_IFDIR {
                try remove(inside)
            } else if unlink(inside) != 0, errno != ENOENT {
                throw FileFailure("unlink", inside)
            }
        }
        guard rmdir(path) == 0 || errno == ENOENT else { throw FileFailure("rmdir", path) }
    }

    /// "/srv/data" of "/srv/data/portals".
    package static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Whether a folder is there, and no link.
    static func isFolder(_ path: String) -> Bool { kind(of: path.hasSuffix("/") ? String(path.dropLast()) : path) == S_IFDIR }

    /// `S_IFREG`, `S_IFDIR`...; nil when nothing is there. Links are not followed.
    private static func kind(of path: String) -> mode_t? {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }
}
