import Glibc
import PortalCore
import Synchronization

/// A fresh database with the whole schema, in a file of its own that goes away when the tests end.
func temporaryDatabase(queue: Int = 1024) throws -> SQLiteDatabase {
    try SQLiteDatabase.open(path: temporaryDatabasePath(), queue: queue)
}

/// A path where no database is yet.
func temporaryDatabasePath() throws -> String {
    guard let folder = TemporaryFolder.path else { throw DatabaseError.other("no temporary folder") }
    return "\(folder)/\(TemporaryFolder.count.add(1, ordering: .relaxed).newValue).sqlite"
}

/// The folder of this run of the tests.
private enum TemporaryFolder {
    static let count = Atomic(0)

    static let path: String? = {
        var template = Array("/tmp/portail-tests-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { return nil }
        atexit { TemporaryFolder.remove() }
        return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }()

    private static func remove() {
        guard let path, let folder = opendir(path) else { return }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            unlink("\(path)/\(name)")
        }
        closedir(folder)
        rmdir(path)
    }
}
