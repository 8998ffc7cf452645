/// The administrative family unit that books and receives invoices (foyer).
package struct Household: Hashable, Sendable {
    package let id: Identifier<Household>
    package let name: String

    package init(id: Identifier<Household>, name: String) {
        self.id = id
        self.name = name
    }
}
