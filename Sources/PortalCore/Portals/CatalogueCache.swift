/// The catalogue as this process read it last, read again when the database says that it has changed: by this process or another.
package final class CatalogueCache: Sendable {
    private struct Reading: Sendable {
        let version: Int64
        let catalogue: PortalCatalogue
    }

    private let last = Monitor<Reading?>(nil)

    package init() {}

    /// What the portal offers in this snapshot; nil in a database that no definition was imported into. One short query when nothing has changed.
    ///
    /// Not for a transaction that writes: what it never commits would be kept for everybody.
    package func catalogue(in snapshot: any Transaction) throws -> PortalCatalogue? {
        let store = PortalCatalogueStore(snapshot)
        let version = try store.version()
        if let last = last.silently({ $0 }), last.version == version { return last.catalogue }
        guard let catalogue = try store.load() else { return nil }
        last.silently { $0 = Reading(version: version, catalogue: catalogue) }
        return catalogue
    }
}
