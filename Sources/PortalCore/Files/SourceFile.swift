import Glibc

/// A file that is read from its beginning to its end, or at a place.
package final class SourceFile {
    package let path: String
    private let descriptor: Int32

    package init(_ path: String) throws(FileFailure) {
        self.path = path
        descriptor = uninterrupted { open(path, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw FileFailure("open", path) }
    }

    deinit { close(descriptor) }

    /// A file that may not be there: nil then.
    package static func ifPresent(_ path: String) throws(FileFailure) -> SourceFile? {
        do {
            return try SourceFile(path)
        } catch {
            if error.isMissing { return nil }
            throw error
        }
    }

    /// The next bytes: as many as asked, fewer at the end of the file, none after it.
    package func next(_ count: Int) throws(FileFailure) -> [UInt8] {
        try collect(count) { start, length, _ in read(descriptor, start, length) }
    }

    /// The bytes at a place, fewer where the file ends.
    package func bytes(at offset: Int, count: Int) throws(FileFailure) -> [UInt8] {
        try collect(count) { start, length, done in pread(descriptor, start, length, off_t(offset + done)) }
    }

    /// A small file's whole contents.
    package static func contents(of path: String) throws(FileFailure) -> [UInt8] { try SourceFile(path).rest() }

    /// Everything from here to the end.
    package func rest() throws(FileFailure) -> [UInt8] {
        var contents: [UInt8] = []
        while true {
            let part = try next(1 << 16)
            if part.isEmpty { return contents }
            contents += part
        }
    }

    private func collect(_ count: Int, _ fill: (UnsafeMutableRawPointer, Int, Int) -> Int) throws(FileFailure) -> [UInt8] {
        var failure: FileFailure?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count, let start = buffer.baseAddress {
                let got = fill(start + filled, count - filled, filled)
                if got < 0 && errno == EINTR { continue }
                if got < 0 { failure = FileFailure("read", path) }
                if got <= 0 { return }
                filled += got
            }
        }
        if let failure { throw failure }
        return bytes
    }
}

/// Makes a system call again as long as a signal has interrupted it.
func uninterrupted(_ call: () -> Int32) -> Int32 {
    while true {
        let result = call()
        if result >= 0 || errno != EINTR { return result }
    }
}
