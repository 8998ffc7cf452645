/// SQLite's write-ahead log as a file, read beside the engine: which pages the commits after a place have changed.
///
/// Format: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
struct WriteAheadLog {
    /// A place in the log, always at the end of a commit.
    struct Position: Hashable {
        /// What distinguishes this log from the one before it in the same file; nil while the file holds none.
        var salts: [UInt8]?
        /// Pages of the log up to here.
        var frames = 0
        /// The running checksum, which each page of the log continues.
        var sums = Checksum()
    }

    enum Failure: Error {
        /// The log was started anew before all of it was read: another program has checkpointed.
        case interrupted
    }

    let path: String

    private static let headerLength = 32
    private static let frameHeaderLength = 24
    /// Pages of the log read at once.
    private static let batch = 64

    /// - Parameter database: the path of the database file.
    init(database: String) {
        path = "\(database)-wal"
    }

    /// Goes from a place to the end of the last commit, and gives what changed in between; nil for nothing.
    ///
    /// - Parameter mayRestart: whether all that was before the place is in the database file, so that the log may have started anew.
    /// - Throws: `Failure`, `FileFailure`.
    func advance(_ position: inout Position, mayRestart: Bool) throws -> DatabaseChanges? {
        guard let file = try SourceFile.ifPresent(path), let header = Header(try file.bytes(at: 0, count: WriteAheadLog.headerLength))
        else { return nil }
        if header.salts != position.salts {
            guard position.salts.map({ mayRestart && header.follows($0) }) ?? true else { throw Failure.interrupted }
            position = Position(salts: header.salts, frames: 0, sums: header.sums)
        }
        return try commits(in: file, header, from: &position)
    }

    private func commits(in file: SourceFile, _ header: Header, from position: inout Position) throws -> DatabaseChanges? {
        let frameLength = WriteAheadLog.frameHeaderLength + header.pageSize
        var changes: DatabaseChanges?
        var open: [UInt32: [UInt8]] = [:]
        var (frames, sums) = (position.frames, position.sums)
        while true {
            let offset = WriteAheadLog.headerLength + frames * frameLength
            let bytes = try file.bytes(at: offset, count: WriteAheadLog.batch * frameLength)
            for start in stride(from: 0, through: bytes.count - frameLength, by: frameLength) {
                let frame = bytes[start..<start + frameLength]
                guard frame[start + 8..<start + 16].elementsEqual(header.salts) else { return changes }
                sums.add(frame.prefix(8), header.isLittleEndian)
                sums.add(frame.dropFirst(WriteAheadLog.frameHeaderLength), header.isLittleEndian)
                guard sums == Checksum(frame.dropFirst(16)) else { return changes }
                frames += 1
                open[UInt32(bigEndian: frame)] = Array(frame.dropFirst(WriteAheadLog.frameHeaderLength))
                // Only the last page of a commit says how large the database is.
                let databasePages = UInt32(bigEndian: frame.dropFirst(4))
                guard databasePages > 0 else { continue }
                var pages = changes?.pages ?? [:]
                pages.merge(open) { $1 }
                changes = DatabaseChanges(pageSize: header.pageSize, databasePages: Int(databasePages), pages: pages)
                open = [:]
                position.frames = frames
                position.sums = sums
            }
            if bytes.count < WriteAheadLog.batch * frameLength { return changes }
        }
    }
}

/// Pages of a database file as some commits left them.
package struct DatabaseChanges: Hashable, Sendable {
    /// Bytes of a page.
    package let pageSize: Int
    /// Pages of the whole file.
    package let databasePages: Int
    /// By their number, from 1.
    package let pages: [UInt32: [UInt8]]
}

extension WriteAheadLog {
    /// The first 32 bytes.
    private struct Header {
        let pageSize: Int
        let salts: [UInt8]
        let sums: Checksum
        let isLittleEndian: Bool

        /// nil for a log that is empty, or that is just being started.
        init?(_ bytes: [UInt8]) {
            guard bytes.count == WriteAheadLog.headerLength else { return nil }
            let magic = UInt32(bigEndian: bytes[...])
            guard magic & ~1 == 0x377f_0682 else { return nil }
            isLittleEndian = magic & 1 == 0
            pageSize = Int(UInt32(bigEndian: bytes[8...]))
            salts = Array(bytes[16..<24])
            sums = Checksum(bytes[24...])
            var computed = Checksum()
            computed.add(bytes.prefix(24), isLittleEndian)
            guard computed == sums else { return nil }
        }

        /// Whether this log was started next after one with other salts: the engine adds one to the first number.
        func follows(_ earlier: [UInt8]) -> Bool { UInt32(bigEndian: salts[...]) == UInt32(bigEndian: earlier[...]) &+ 1 }
    }

    /// The log's checksum: two sums that depend on each other.
    struct Checksum: Hashable {
        private var first: UInt32 = 0
        private var second: UInt32 = 0

        init() {}

        /// Reads one as the file holds it.
        init(_ bytes: ArraySlice<UInt8>) {
            first = UInt32(bigEndian: bytes)
            second = UInt32(bigEndian: bytes.dropFirst(4))
        }

        /// Continues over bytes, a multiple of eight.
        mutating func add(_ bytes: ArraySlice<UInt8>, _ isLittleEndian: Bool) {
            bytes.withUnsafeBytes { bytes in
                for offset in stride(from: 0, to: bytes.count, by: 8) {
                    let left = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
                    let right = bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
                    first = first &+ (isLittleEndian ? UInt32(littleEndian: left) : UInt32(bigEndian: left)) &+ second
                    second = second &+ (isLittleEndian ? UInt32(littleEndian: right) : UInt32(bigEndian: right)) &+ first
                }
            }
        }
    }
}

extension UInt32 {
    /// Reads four bytes, the highest first.
    fileprivate init(bigEndian bytes: ArraySlice<UInt8>) {
        self = bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }
}
