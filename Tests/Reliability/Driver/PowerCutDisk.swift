import CSQLite
import Glibc
import PortalCore
import Synchronization

/// A disk that loses power: what SQLite has written and not yet synced may be gone, in whole or sector by sector, in any order.
///
/// It stands between SQLite and its files: the methods of each opened file are SQLite's own, but for those that write, cut and sync.
/// Before a sector is overwritten its old contents are kept, until the next sync; at the cut, each unsynced sector falls back with one
/// chance in two, and the process ends.
enum PowerCutDisk {
    typealias File = UnsafeMutablePointer<sqlite3_file>
    typealias Methods = UnsafePointer<sqlite3_io_methods>

    private struct State {
        var unix: UnsafeMutablePointer<sqlite3_vfs>?
        /// SQLite's methods, by those that replace them, and the other way round.
        var originals: [Methods: Methods] = [:]
        var replacements: [Methods: Methods] = [:]
        var paths: [File: String] = [:]
        var unsynced: [String: Unsynced] = [:]
        var operationsLeft = Int.max
        var isHonest = true
    }

    /// What a file was at its last sync.
    private struct Unsynced {
        var size: Int
        var sectors: [Int: [UInt8]] = [:]
    }

    // Touched under `lock` only; the pointers are SQLite's own, valid while their file is open.
    nonisolated(unsafe) private static var state = State()
    private static let lock = Mutex(())
    private static let sector = 512

    /// Makes it the disk of every connection that is opened from here on.
    ///
    /// - Parameters:
    ///   - count: operations before the power is cut.
    ///   - honest: whether a sync syncs. A disk that lies shows that the check finds what is lost.
    static func install(cutAfter count: Int, honest: Bool) {
        SQLiteDatabase.configureLibrary()
        guard let unix = sqlite3_vfs_find(nil) else { return }
        state.unix = unix
        state.operationsLeft = count
        state.isHonest = honest
        let disk = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        disk.initialize(to: unix.pointee)
        disk.pointee.zName = UnsafePointer(strdup("powercut"))
        disk.pointee.xOpen = { _, name, file, flags, outFlags in PowerCutDisk.open(name, file, flags, outFlags) }
        sqlite3_vfs_register(disk, 1)
    }

    private static func open(_ name: UnsafePointer<CChar>?, _ file: File?, _ flags: Int32, _ outFlags: UnsafeMutablePointer<Int32>?) -> Int32 {
        lock.withLock { _ in
            guard let unix = state.unix, let open = unix.pointee.xOpen, let file else { return SQLITE_CANTOPEN }
            let status = open(unix, name, file, flags, outFlags)
            guard status == SQLITE_OK, let name, let methods = file.pointee.pMethods else { return status }
            let path = String(cString: name)
            state.paths[file] = path
            // What is not synced stays so when its file is closed and opened again.
            if state.unsynced[path] == nil { state.unsynced[path] = Unsynced(size: size(of: file, methods.pointee)) }
            file.pointee.pMethods = replacement(of: methods)
            return status
        }
    }

    /// SQLite's methods for a kind of file, but for those that change it.
    private static func replacement(of methods: Methods) -> Methods {
        if let known = state.replacements[methods] { return known }
        let copy = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        copy.initialize(to: methods.pointee)
        copy.pointee.xWrite = { file, bytes, count, offset in
            PowerCutDisk.change(file, from: offset, to: offset + Int64(count)) { $1.xWrite($0, bytes, count, offset) }
        }
        copy.pointee.xTruncate = { file, size in PowerCutDisk.change(file, from: size, to: Int64.max) { $1.xTruncate($0, size) } }
        copy.pointee.xSync = { file, flags in PowerCutDisk.sync(file, flags) }
        state.replacements[methods] = Methods(copy)
        state.originals[Methods(copy)] = methods
        return Methods(copy)
    }

    /// Keeps the sectors that are about to change as the last sync left them, then lets SQLite change them.
    private static func change(_ file: File?, from start: Int64, to end: Int64, _ body: (File, sqlite3_io_methods) -> Int32) -> Int32 {
        lock.withLock { _ in
            guard let file, let (path, methods) = known(file), var unsynced = state.unsynced[path] else { return SQLITE_IOERR }
            tick()
            let (first, last) = (Int(start) / sector, (min(Int(end), unsynced.size) + sector - 1) / sector)
            for number in first..<max(first, last) where unsynced.sectors[number] == nil {
                unsynced.sectors[number] = [UInt8](unsafeUninitializedCapacity: sector) { buffer, filled in
                    _ = methods.xRead(file, buffer.baseAddress, Int32(sector), Int64(number * sector))
                    filled = sector
                }
            }
            state.unsynced[path] = unsynced
            return body(file, methods)
        }
    }

    private static func sync(_ file: File?, _ flags: Int32) -> Int32 {
        lock.withLock { _ in
            guard let file, let (path, methods) = known(file) else { return SQLITE_IOERR }
            tick()
            guard state.isHonest else { return SQLITE_OK }
            let status = methods.xSync(file, flags)
            if status == SQLITE_OK { state.unsynced[path] = Unsynced(size: size(of: file, methods)) }
            return status
        }
    }

    private static func known(_ file: File) -> (path: String, methods: sqlite3_io_methods)? {
        guard let path = state.paths[file], let methods = file.pointee.pMethods.flatMap({ state.originals[$0] }) else { return nil }
        return (path, methods.pointee)
    }

    private static func size(of file: File, _ methods: sqlite3_io_methods) -> Int {
        var size: Int64 = 0
        _ = methods.xFileSize(file, &size)
        return Int(size)
    }

    private static func tick() {
        state.operationsLeft -= 1
        if state.operationsLeft <= 0 { cut() }
    }

    /// Lets what was not synced fall back, and ends the process. Everybody else waits at the lock.
    private static func cut() -> Never {
        for (path, unsynced) in state.unsynced {
            let descriptor = Glibc.open(path, O_RDWR)
            guard descriptor >= 0 else { continue }
            for (number, bytes) in unsynced.sectors where Bool.random() {
                pwrite(descriptor, bytes, min(bytes.count, max(0, unsynced.size - number * sector)), off_t(number * sector))
            }
            var status = stat()
            fstat(descriptor, &status)
            loseGrowth(of: descriptor, from: unsynced.size, to: Int(status.st_size))
        }
        _exit(99)
    }

    /// What a file had grown by since the last sync is there, gone from some place on, or has holes of zeros.
    private static func loseGrowth(of descriptor: Int32, from synced: Int, to size: Int) {
        guard size > synced else { return }
        for start in stride(from: synced, to: size, by: sector) where Int.random(in: 0..<4) == 0 {
            pwrite(descriptor, [UInt8](repeating: 0, count: sector), min(sector, size - start), off_t(start))
        }
        if Bool.random() { ftruncate(descriptor, off_t(Int.random(in: synced...size))) }
    }
}
