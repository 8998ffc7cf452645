/// What a backup holds, with the digest of every file as it was before encryption. It is encrypted itself.
struct BackupManifest: Hashable, Sendable {
    struct File: Hashable, Sendable {
        /// From the data folder: "portals/bondoufle.sqlite".
        let path: String
        let size: Int
        /// BLAKE2b, 32 bytes.
        let digest: [UInt8]
    }

    /// The moment from which on changes are in the backup's trails.
    let madeAt: Instant
    var files: [File] = []
    /// The ends of each portal's journal: a journal that was cut off or written anew since does not hold them.
    var anchors: [String: [AuditAnchor]] = [:]

    init(madeAt: Instant) {
        self.madeAt = madeAt
    }

    /// What the trails of changes begin with: they belong to this backup and no other.
    var digest: [UInt8] { Sodium.digest(Array(text.utf8), key: []) }

    /// Its lines: a word for what they are, then their fields.
    var text: String {
        var lines = ["\(BackupManifest.title) \(madeAt.seconds)"]
        lines += files.map { "file \($0.digest.hexadecimal) \($0.size) \($0.path)" }
        for (slug, anchors) in anchors.sorted(by: { $0.key < $1.key }) {
            lines += anchors.map { "anchor \($0.hash.hexadecimal) \($0.chain.number) \($0.line) \(slug)" }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// nil for a text that is none.
    init?(text: String) {
        let lines = text.split(separator: "\n")
        guard let first = lines.first?.split(separator: " "), first.count == 2, first[0] == BackupManifest.title, let seconds = Int64(first[1])
        else { return nil }
        self.init(madeAt: Instant(seconds: seconds))
        for line in lines.dropFirst() {
            guard add(line) else { return nil }
        }
    }

    private mutating func add(_ line: Substring) -> Bool {
        guard let kind = line.split(separator: " ", maxSplits: 1).first else { return false }
        let fields = line.split(separator: " ", maxSplits: kind == "file" ? 3 : 4)
        guard fields.count > 3, let digest = [UInt8](hexadecimal: fields[1]), let number = Int(fields[2]) else { return false }
        switch kind {
        case "file":
            files.append(File(path: String(fields[3]), size: number, digest: digest))
        case "anchor":
            guard fields.count == 5, let line = Int64(fields[3]) else { return false }
            anchors[String(fields[4]), default: []].append(AuditAnchor(chain: AuditChain(number), line: line, hash: digest))
        default:
            return false
        }
        return true
    }

    private static let title = "portail-famille-backup-1"
}
