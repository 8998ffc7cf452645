import PortalCore

/// Files in one (PKWARE APPNOTE 6.3), stored as they are: what every computer and telephone opens.
struct ZipArchive {
    private var writer: ZipWriter
    private var content: [UInt8] = []

    /// - Parameter madeAt: the date of all the files.
    init(madeAt: Instant) {
        writer = ZipWriter(madeAt: madeAt)
    }

    /// - Parameter name: with "/" between folders.
    mutating func add(_ name: String, _ bytes: [UInt8]) { content += writer.entry(name, bytes) }

    /// The whole archive.
    var bytes: [UInt8] { content + writer.end }
}

/// The parts of an archive, one after another, for one that is sent while it is made. All of it must stay below four gigabytes.
struct ZipWriter {
    private let madeAt: Instant
    private var directory: [UInt8] = []
    private var count: UInt16 = 0
    /// Bytes of the entries until now.
    private var length = 0

    /// - Parameter madeAt: the date of all the files.
    init(madeAt: Instant) {
        self.madeAt = madeAt
    }

    /// The next file as it stands in the archive.
    ///
    /// - Parameter name: with "/" between folders.
    mutating func entry(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
        let fields = fields(name, bytes)
        // Made by and attributes: none. The comment is empty, the disk the first.
        directory += Self.little(0x0201_4B50, 4) + Self.little(20, 2) + fields + [UInt8](repeating: 0, count: 10) + Self.little(UInt32(length), 4)
        directory += Array(name.utf8)
        count += 1
        length += Self.length(ofEntry: name, size: bytes.count)
        return Self.little(0x0403_4B50, 4) + fields + Array(name.utf8) + bytes
    }

    /// What comes after the last file.
    var end: [UInt8] {
        let end = Self.little(0x0605_4B50, 4) + [0, 0, 0, 0] + Self.little(UInt32(count), 2) + Self.little(UInt32(count), 2)
        return directory + end + Self.little(UInt32(directory.count), 4) + Self.little(UInt32(length), 4) + [0, 0]
    }

    /// Bytes of a file in the archive, before it is made.
    static func length(ofEntry name: String, size: Int) -> Int { 30 + name.utf8.count + size }

    /// Bytes of a file's line in the directory.
    static func length(ofLine name: String) -> Int { 46 + name.utf8.count }

    /// What the file's own head and its line in the directory share, without its extra field's length being used.
    private func fields(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
        let size = Self.little(UInt32(bytes.count), 4)
        // Version 2.0, names in UTF-8 (bit 11), stored.
        return Self.little(20, 2) + Self.little(0x0800, 2) + Self.little(0, 2) + dosTime + Self.little(Self.checksum(bytes), 4) + size + size
            + Self.little(UInt32(name.utf8.count), 2) + Self.little(0, 2)
    }

    /// Local time in steps of two seconds, then the date since 1980.
    private var dosTime: [UInt8] {
        let paris = ParisTime.reading(madeAt)
        let (year, month, day) = paris.date.components
        let time = paris.time.minutes / 60 << 11 | paris.time.minutes % 60 << 5
        let date = max(0, year - 1980) << 9 | month << 5 | day
        return Self.little(UInt32(time), 2) + Self.little(UInt32(date), 2)
    }

    private static func little(_ number: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
    }

    /// CRC-32 as ZIP, gzip and PNG use it.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ sum >> 8 }
    }

    private static let table: [UInt32] = (0..<256).map { start in
        (0..<8).reduce(UInt32(start)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
    }
}
