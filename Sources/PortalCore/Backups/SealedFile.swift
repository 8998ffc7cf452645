/// An encrypted file: eight letters, libsodium's stream header, then parts of 64 KiB, the last one marked.
package enum SealedFile {
    static let title = Array("PFSEAL01".utf8)
    static let partLength = 1 << 16
}

/// Writes an encrypted file.
final class SealedFileWriter {
    private let file: NewFile
    private var sealer: StreamSealer
    private var waiting: [UInt8] = []
    private let plainDigest = StreamDigest()
    private let sealedDigest = StreamDigest()
    /// Bytes taken so far, before encryption.
    private(set) var size = 0

    init(_ path: String, key: BackupKey) throws(FileFailure) {
        file = try NewFile(path)
        sealer = StreamSealer(key: key.bytes)
        try put(SealedFile.title + sealer.header)
    }

    func write(_ bytes: [UInt8]) throws(FileFailure) {
        waiting += bytes
        size += bytes.count
        // The last part is sealed by `keep`: here something must remain.
        var sealed = 0
        while waiting.count - sealed > SealedFile.partLength {
            try seal(Array(waiting[sealed..<sealed + SealedFile.partLength]), isLast: false)
            sealed += SealedFile.partLength
        }
        waiting.removeFirst(sealed)
    }

    /// Ends the file and makes it durable; the digests of what went in and of what stands on the disk.
    func keep() throws(FileFailure) -> (plain: [UInt8], sealed: [UInt8]) {
        try seal(waiting, isLast: true)
        try file.keep()
        return (plainDigest.finish(), sealedDigest.finish())
    }

    private func seal(_ part: [UInt8], isLast: Bool) throws(FileFailure) {
        plainDigest.add(part)
        try put(sealer.seal(part, isLast: isLast))
    }

    private func put(_ bytes: [UInt8]) throws(FileFailure) {
        sealedDigest.add(bytes)
        try file.write(bytes)
    }
}

/// Reads an encrypted file from its beginning to its end.
final class SealedFileReader {
    private let file: SourceFile
    private var opener: StreamOpener
    private let plainDigest = StreamDigest()
    private var isOver = false

    /// - Throws: `BackupFailure.unreadable`.
    init(_ path: String, key: BackupKey) throws(BackupFailure) {
        do {
            file = try SourceFile(path)
            let title = try file.next(SealedFile.title.count)
            let header = try file.next(StreamSealer.headerLength)
            guard title == SealedFile.title, let opener = StreamOpener(key: key.bytes, header: header) else {
                throw BackupFailure.unreadable(path, "ce n'est pas un fichier de sauvegarde")
            }
            self.opener = opener
        } catch let failure as FileFailure {
            throw .file(failure)
        } catch let failure as BackupFailure {
            throw failure
        } catch {
            throw .unreadable(path, "\(error)")
        }
    }

    /// The next bytes; nil after the last.
    func next() throws(BackupFailure) -> [UInt8]? {
        if isOver { return nil }
        let sealed: [UInt8]
        do { sealed = try file.next(SealedFile.partLength + StreamSealer.overhead) } catch { throw .file(error) }
        guard let (part, isLast) = opener.open(sealed) else {
            throw .unreadable(file.path, sealed.isEmpty ? "la fin manque" : "abîmé, ou chiffré avec une autre clé")
        }
        isOver = isLast
        plainDigest.add(part)
        return part
    }

    /// Reads to the end and gives everything, for what is small.
    func all() throws(BackupFailure) -> [UInt8] {
        var all: [UInt8] = []
        while let part = try next() { all += part }
        return all
    }

    /// The digest of what was read. To be asked once, after the end.
    func digest() -> [UInt8] { plainDigest.finish() }
}
