import PortalCore

/// Somebody who has left the town asks to be forgotten.
struct DemoErasures {
    let desk: DemoDesk

    func fill() async throws {
        guard let access = try desk.access(15) else { return }
        let message = "Nous avons déménagé cet été et nos enfants ne fréquentent plus vos activités. Merci d'effacer nos données."
        try await ErasureService(desk.portal(hoursAgo: 70)).ask(message, by: access.account)
    }
}
