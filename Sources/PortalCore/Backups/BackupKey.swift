/// The key that encrypts backups. It is in a file of its own, never in the data folder nor in a backup: who finds a backup reads nothing.
package struct BackupKey: Sendable {
    let bytes: [UInt8]

    /// A new key.
    package init(from random: any RandomSource) {
        bytes = random.bytes(StreamSealer.keyLength)
    }

    /// Reads a key file's text; nil when it is none.
    package init?(text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 2, words[0] == BackupKey.title, let bytes = [UInt8](hexadecimal: words[1]), bytes.count == StreamSealer.keyLength
        else { return nil }
        self.bytes = bytes
    }

    /// The key file's text, one line.
    package var text: String { "\(BackupKey.title) \(bytes.hexadecimal)\n" }

    private static let title = "portail-famille-backup-key"
}
