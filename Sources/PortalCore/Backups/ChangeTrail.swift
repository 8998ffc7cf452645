/// What has changed since a backup, in numbered encrypted files, each of which names the digest of the one before: none can be taken away
/// from the middle, changed or put elsewhere.
struct ChangeTrail {
    let folder: String
    private let key: BackupKey
    private var count = 0
    private var last: [UInt8]

    /// - Parameter origin: the digest of what the trail begins from; it differs between trails.
    init(_ folder: String, key: BackupKey, from origin: [UInt8]) {
        self.folder = folder
        self.key = key
        last = origin
    }

    /// Keeps the next changes, on the disk when it returns.
    mutating func append(_ content: [UInt8], at instant: Instant) throws(FileFailure) {
        if count == 0 { try Folder.make(folder) }
        let file = try SealedFileWriter(path(of: count + 1), key: key)
        let title = "\(ChangeTrail.title) \(count + 1) \(instant.seconds) \(last.hexadecimal)\n"
        try file.write(Array(title.utf8))
        try file.write(content)
        last = try file.keep().plain
        count += 1
    }

    /// The next changes; nil after the last ones, or when they come after an instant.
    ///
    /// - Throws: `BackupFailure.unreadable` when they are not those that followed.
    mutating func next(until limit: Instant?) throws(BackupFailure) -> (content: [UInt8], at: Instant)? {
        let path = path(of: count + 1)
        let file: SealedFileReader
        do {
            file = try SealedFileReader(path, key: key)
        } catch .file(let failure) where failure.isMissing {
            return nil
        }
        let bytes = try file.all()
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
        let words = String(decoding: line, as: UTF8.self).split(separator: " ")
        guard words.count == 4, words[0] == ChangeTrail.title, words[1] == "\(count + 1)", let seconds = Int64(words[2]),
            words[3] == last.hexadecimal
        else { throw .unreadable(path, "ce n'est pas la suite des changements") }
        if let limit, Instant(seconds: seconds) > limit { return nil }
        last = file.digest()
        count += 1
        return (Array(bytes.dropFirst(line.count + 1)), Instant(seconds: seconds))
    }

    /// Whether files follow one that is not there: somebody took it away.
    func isCutShort() -> Bool {
        let names = (try? Folder.names(in: folder)) ?? []
        return names.contains { $0 > ChangeTrail.name(count + 1) }
    }

    private func path(of number: Int) -> String { "\(folder)/\(ChangeTrail.name(number))" }

    /// Nine digits: names sort as numbers do.
    private static func name(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 9 - digits.count)) + digits + ".sealed"
    }

    private static let title = "portail-famille-changes-1"
}
