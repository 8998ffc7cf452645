import Glibc
import PortalCore

/// A data folder of its own for a test; it goes away with its portals.
final class TemporaryDataFolder {
    let path: String

    init() throws {
        path = try temporaryDatabasePath() + ".data"
    }

    deinit {
        for slug in PortalDirectory(path: path, clock: SystemClock()).slugs() {
            for suffix in ["", "-wal", "-shm"] { unlink("\(path)/portals/\(slug).sqlite\(suffix)") }
        }
        rmdir("\(path)/portals")
        rmdir(path)
    }
}
