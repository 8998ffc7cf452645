import PortalCore

/// A parent no longer wants somebody around a child: only the staff delete.
struct DemoContactRemovals {
    let desk: DemoDesk

    func fill() async throws {
        let contacts = ContactService(desk.portal(hoursAgo: 20))
        // Where the children live in turn, only one of the two homes has named anybody.
        for number in 9..<14 {
            guard let access = try desk.access(number) else { return }
            guard let child = access.children.first, let contact = try contacts.contacts(of: child.id, for: access).last else { continue }
            try await contacts.askRemoval(of: contact.id, true, by: access.account)
            return
        }
    }
}
