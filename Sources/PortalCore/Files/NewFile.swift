import Glibc

/// A file in the making: it appears under its name whole and on the disk, or not at all.
package final class NewFile {
    package let path: String
    private let draft: String
    private var descriptor: Int32

    /// For its owner alone, whatever the umask. The folder must exist.
    package init(_ path: String) throws(FileFailure) {
        self.path = path
        draft = "\(path).new"
        let draft = draft
        descriptor = uninterrupted { open(draft, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o600) }
        guard descriptor >= 0 else { throw FileFailure("open", draft) }
    }

    /// What was not kept goes away.
    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unlink(draft)
    }

    package func write(_ bytes: [UInt8]) throws(FileFailure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw FileFailure("write", draft) }
            rest = rest.dropFirst(written)
        }
    }

    /// Puts bytes at a place of the file.
    func write(_ bytes: [UInt8], at offset: Int) throws(FileFailure) {
        guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else { throw FileFailure("lseek", draft) }
        try write(bytes)
    }

    /// Cuts the file at a length, or fills it with zeros up to there.
    func cut(at length: Int) throws(FileFailure) {
        guard ftruncate(descriptor, off_t(length)) == 0 else { throw FileFailure("ftruncate", draft) }
    }

    /// Syncs the file, gives it its name, and syncs the folder that holds the name.
    package func keep() throws(FileFailure) {
        guard fsync(descriptor) == 0 else { throw FileFailure("fsync", draft) }
        guard rename(draft, path) == 0 else { throw FileFailure("rename", path) }
        close(descriptor)
        descriptor = -1
        try Folder.sync(Folder.parent(of: path))
    }
}
