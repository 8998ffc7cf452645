import Glibc
import PortalCore

/// A data folder of its own for a test; it goes away with its portals.
final class TemporaryDataFolder: Sendable {
    let path: String

    init() throws {
        path = try temporaryDatabasePath() + ".data"
    }

    deinit {
        if let folder = opendir("\(path)/portals") {
            while let entry = readdir(folder) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                unlink("\(path)/portals/\(name)")
            }
            closedir(folder)
        }
        rmdir("\(path)/portals")
        rmdir(path)
    }
}
