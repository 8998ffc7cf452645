import Glibc

/// Reads the files of a directory.
enum FileTree {
    /// The content of each regular file, by its path inside the directory. Names that begin with a dot are left out.
    ///
    /// - Throws: `SystemCallError` that names the file.
    static func files(in directory: String) throws(SystemCallError) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        try collect(directory, inside: "", into: &files)
        return files
    }

    private static func collect(_ directory: String, inside prefix: String, into files: inout [String: [UInt8]]) throws(SystemCallError) {
        for name in try names(in: directory) {
            let path = "\(directory)/\(name)"
            var status = stat()
            guard stat(path, &status) == 0 else { throw SystemCallError(call: "stat \(path)") }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: try collect(path, inside: "\(prefix)\(name)/", into: &files)
            case S_IFREG: files[prefix + name] = try content(of: path)
            default: break
            }
        }
    }

    private static func names(in directory: String) throws(SystemCallError) -> [String] {
        guard let stream = opendir(directory) else { throw SystemCallError(call: "opendir \(directory)") }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    private static func content(of path: String) throws(SystemCallError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemCallError(call: "open \(path)") }
        defer { close(descriptor) }
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count >= 0 else { throw SystemCallError(call: "read \(path)") }
            guard count > 0 else { return content }
            content += buffer.prefix(count)
        }
    }
}
