import Glibc

/// A folder of a test's own, which goes away with everything in it when the test lets go of it.
final class ScratchFolder: Sendable {
    let path: String

    struct NoFolder: Error {}

    init() throws {
        var template = Array("/tmp/portail-essai-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw NoFolder() }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit { ScratchFolder.remove(path) }

    private static func remove(_ path: String) {
        if let folder = opendir(path) {
            while let entry = readdir(folder) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name != "." && name != ".." { remove("\(path)/\(name)") }
            }
            closedir(folder)
        }
        Glibc.remove(path)
    }
}
