/// A page of a portal, as a value: one enumeration for each area, read from an address and written back into links.
package protocol PortalPage: Hashable, Sendable {
    /// The page at an address; nil when this area has none there.
    init?(_ address: PageAddress)

    /// Where the page is. `Self(page.address) == page`.
    var address: PageAddress { get }

    /// One of each page, so that tests can walk through all of them.
    static var examples: [Self] { get }
}
