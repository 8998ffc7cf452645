import Glibc
import PortalCore
import Synchronization

/// A fresh database with the whole schema, on the engine that this run of the tests is about. It goes away after the test.
func temporaryDatabase() throws -> any Database { try TemporaryDatabase(TemporaryPlace()) }

/// A fresh SQLite database, whatever this run is about.
func temporarySQLite(queue: Int = 1024) throws -> SQLiteDatabase {
    try SQLiteDatabase.open(path: temporaryDatabasePath(), queue: queue)
}

/// A path where no database is yet.
func temporaryDatabasePath() throws -> String {
    guard let folder = TemporaryFolder.path else { throw DatabaseError.other("no temporary folder") }
    return "\(folder)/\(TemporaryFolder.count.add(1, ordering: .relaxed).newValue).sqlite"
}

/// The server that this run of the tests is about; nil: SQLite.
enum TestServer {
    static let uri = getenv("PORTAL_TEST_POSTGRESQL").map { String(cString: $0) }

    /// A schema that is not there yet.
    static func freshSchema() throws -> PostgreSQLAddress {
        let number = TemporaryFolder.count.add(1, ordering: .relaxed).newValue
        return try PostgreSQLAddress(uri ?? "", defaultSchema: "essai_\(getpid())_\(number)")
    }
}

/// Where one database of a test may be, opened as often as the test likes. What is there goes away with this value.
final class TemporaryPlace: Sendable {
    let location: DatabaseLocation

    init() throws {
        location = TestServer.uri == nil ? .sqlite(path: try temporaryDatabasePath()) : .postgreSQL(try TestServer.freshSchema())
    }

    deinit {
        if case .postgreSQL(let address) = location { try? PostgreSQLSchema.remove(address) }
    }

    func open() throws -> any Database { try location.open() }
}

/// A database that takes its place along.
private final class TemporaryDatabase: Database {
    private let place: TemporaryPlace
    private let database: any Database

    init(_ place: TemporaryPlace) throws {
        self.place = place
        database = try place.open()
    }

    func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result { try database.read(body) }

    @discardableResult
    func write<Result: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Result) async throws -> Result {
        try await database.write(body)
    }

    func close() { database.close() }
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
