import Glibc

/// The folder that holds the portals of one server, each in a database of its own: DIR/portals/bondoufle.sqlite is an SQLite file,
/// DIR/portals/bondoufle.postgresql the address of a PostgreSQL schema.
package struct PortalDirectory: Sendable {
    /// The data folder, as the operator named it.
    package let path: String
    let clock: any PortalClock
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
        var slugs: Set<String> = []
        while let entry = readdir(folder) {
            let name = PortalDirectory.name(of: entry)
            guard let suffix = PortalFiles.suffixes.first(where: name.hasSuffix) else { continue }
            let slug = String(name.dropLast(suffix.count))
            if Portal.isSlug(slug) { slugs.insert(slug) }
        }
        return slugs.sorted()
    }

    /// Those whose database is a file of this folder; the others are on a PostgreSQL server.
    package func slugsOfFiles() -> [String] { slugs().filter { !files(of: $0).hasAddress } }

    /// Opens a portal; nil when there is none of that name.
    package func portal(_ slug: String) throws(DatabaseError) -> Portal? {
        try location(of: slug).map { (location) throws(DatabaseError) in try open(slug, at: location) }
    }

    /// Where a portal's database is; nil when there is no portal of that name.
    package func location(of slug: String) throws(DatabaseError) -> DatabaseLocation? {
        Portal.isSlug(slug) ? try files(of: slug).location() : nil
    }

    /// Opens every portal.
    package func portals() throws(DatabaseError) -> [Portal] {
        var portals: [Portal] = []
        for slug in slugs() {
            if let portal = try portal(slug) { portals.append(portal) }
        }
        return portals
    }

    /// Opens a portal, making its empty database and the folders when they are not there: an SQLite file unless an address says otherwise.
    package func create(_ slug: String) throws(DatabaseError) -> Portal {
        guard Portal.isSlug(slug) else { throw DatabaseError.other("\(slug) is no portal's name") }
        for folder in [path, portalsPath] where mkdir(folder, 0o700) != 0 && errno != EEXIST {
            throw DatabaseError.other("\(folder): \(String(cString: strerror(errno)))")
        }
        return try open(slug, at: location(of: slug) ?? .sqlite(path: files(of: slug).sqlite))
    }

    private func open(_ slug: String, at location: DatabaseLocation) throws(DatabaseError) -> Portal {
        let vault = try PortalVaultFile(data: path).vault(of: slug)
        return Portal(slug: slug, database: try location.open(onBroken: onBroken), clock: clock, vault: vault)
    }

    private var portalsPath: String { "\(path)/portals" }
    func files(of slug: String) -> PortalFiles { PortalFiles(folder: portalsPath, slug: slug) }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
        withUnsafePointer(to: &entry.pointee.d_name) { name in
            name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)) { String(cString: $0) }
        }
    }
}
