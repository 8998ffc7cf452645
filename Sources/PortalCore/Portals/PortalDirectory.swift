import Glibc

/// The folder that holds the portals of one server, each in a database file of its own: DIR/portals/bondoufle.sqlite.
package struct PortalDirectory: Sendable {
    /// The data folder, as the operator named it.
    package let path: String
    private let clock: any PortalClock
    private let onBroken: @Sendable (DatabaseError) -> Void

    /// - Parameter onBroken: called when a portal's disk fails; see `SQLiteDatabase.open`.
    package init(path: String, clock: any PortalClock, onBroken: @escaping @Sendable (DatabaseError) -> Void = { _ in }) {
        self.path = path
        self.clock = clock
        self.onBroken = onBroken
    }

    /// The portals that are there, in order of their names in addresses; none when the folder is not there.
    package func slugs() -> [String] {
        guard let folder = opendir(portalsPath) else { return [] }
        defer { closedir(folder) }
        var slugs: [String] = []
        while let entry = readdir(folder) {
            let name = PortalDirectory.name(of: entry)
            guard name.hasSuffix(PortalDirectory.suffix) else { continue }
            let slug = String(name.dropLast(PortalDirectory.suffix.count))
            if Portal.isSlug(slug) { slugs.append(slug) }
        }
        return slugs.sorted()
    }

    /// Opens a portal; nil when there is none of that name.
    package func portal(_ slug: String) throws(DatabaseError) -> Portal? {
        guard Portal.isSlug(slug), access(file(of: slug), F_OK) == 0 else { return nil }
        return try open(slug)
    }

    /// Opens every portal.
    package func portals() throws(DatabaseError) -> [Portal] {
        var portals: [Portal] = []
        for slug in slugs() { portals.append(try open(slug)) }
        return portals
    }

    /// Opens a portal, making its empty database and the folders when they are not there.
    package func create(_ slug: String) throws(DatabaseError) -> Portal {
        guard Portal.isSlug(slug) else { throw DatabaseError.other("\(slug) is no portal's name") }
        for folder in [path, portalsPath] where mkdir(folder, 0o700) != 0 && errno != EEXIST {
            throw DatabaseError.other("\(folder): \(String(cString: strerror(errno)))")
        }
        return try open(slug)
    }

    private func open(_ slug: String) throws(DatabaseError) -> Portal {
        Portal(slug: slug, database: try SQLiteDatabase.open(path: file(of: slug), onBroken: onBroken), clock: clock)
    }

    private static let suffix = ".sqlite"
    private var portalsPath: String { "\(path)/portals" }
    private func file(of slug: String) -> String { "\(portalsPath)/\(slug)\(PortalDirectory.suffix)" }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
        withUnsafePointer(to: &entry.pointee.d_name) { name in
            name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)) { String(cString: $0) }
        }
    }
}
