import CSQLite
import Glibc
import PortalCore
import Synchronization

/// A disk like this one whose syncs can be made longer: the system's SQLite file layer under another name, made the default.
///
/// It also counts them: a sync of the database's own file, and not of its log, is a checkpoint.
enum BenchmarkDisk {
    /// Microseconds added to each sync.
    static let delay = Atomic<UInt32>(0)
    static let logSyncs = Atomic<Int>(0)
    static let databaseSyncs = Atomic<Int>(0)

    /// To be called once, before any database is opened.
    static func install() throws {
        SQLiteDatabase.configureLibrary()
        guard let system, let files = UnsafeMutablePointer<sqlite3_vfs>?(.allocate(capacity: 1)) else {
            throw BenchmarkFailure("SQLite has no file layer")
        }
        files.initialize(to: system.pointee)
        files.pointee.zName = UnsafePointer(strdup("benchmark"))
        files.pointee.xOpen = { layer, name, file, flags, granted in
            guard let open = BenchmarkDisk.system?.pointee.xOpen else { return SQLITE_CANTOPEN }
            let status = open(layer, name, file, flags, granted)
            if status == SQLITE_OK { BenchmarkDisk.watch(file, isLog: flags & SQLITE_OPEN_WAL != 0) }
            return status
        }
        guard sqlite3_vfs_register(files, 1) == SQLITE_OK else { throw BenchmarkFailure("SQLite refuses the file layer") }
    }

    nonisolated(unsafe) private static let system = sqlite3_vfs_find(nil)
    /// The system's methods, and copies of them with another sync. Filled by the first file of each kind, then only read.
    nonisolated(unsafe) private static var methods: [UnsafePointer<sqlite3_io_methods>: Methods] = [:]
    private static let lock = Mutex(())
    nonisolated(unsafe) private static var realSync: (@convention(c) (UnsafeMutablePointer<sqlite3_file>?, Int32) -> Int32)?

    private struct Methods {
        let log: UnsafePointer<sqlite3_io_methods>
        let database: UnsafePointer<sqlite3_io_methods>
    }

    private static func watch(_ file: UnsafeMutablePointer<sqlite3_file>?, isLog: Bool) {
        guard let file, let real = file.pointee.pMethods else { return }
        lock.withLock { _ in
            let known = methods[real] ?? watching(real)
            methods[real] = known
            file.pointee.pMethods = isLog ? known.log : known.database
        }
    }

    private static func watching(_ real: UnsafePointer<sqlite3_io_methods>) -> Methods {
        realSync = real.pointee.xSync
        let log = copy(of: real)
        log.pointee.xSync = { file, flags in
            BenchmarkDisk.logSyncs.add(1, ordering: .relaxed)
            return BenchmarkDisk.sync(file, flags)
        }
        let database = copy(of: real)
        database.pointee.xSync = { file, flags in
            BenchmarkDisk.databaseSyncs.add(1, ordering: .relaxed)
            return BenchmarkDisk.sync(file, flags)
        }
        return Methods(log: UnsafePointer(log), database: UnsafePointer(database))
    }

    private static func copy(of methods: UnsafePointer<sqlite3_io_methods>) -> UnsafeMutablePointer<sqlite3_io_methods> {
        let copy = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        copy.initialize(to: methods.pointee)
        return copy
    }

    private static func sync(_ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: Int32) -> Int32 {
        let microseconds = delay.load(ordering: .relaxed)
        if microseconds > 0 { usleep(microseconds) }
        return realSync?(file, flags) ?? SQLITE_IOERR
    }
}
