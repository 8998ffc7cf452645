import PortalCore
import Testing

@testable import PortalServer

@Suite struct MailConfigurationTests {
    @Test func `without a server letters stay in a folder of the data directory`() throws {
        let configuration = try MailConfiguration(data: "donnees") { _ in nil }
        #expect(configuration.route == .folder("donnees/outbox"))
    }

    @Test func `a server needs an address and a sender`() throws {
        let complete = ["PORTAL_SMTP_URL": "smtp://127.0.0.1:2525", "PORTAL_MAIL_FROM": "portail@ville.exemple"]
        let configuration = try MailConfiguration(data: "d") { complete[$0] }
        #expect(configuration.route == SMTPServer(address: "smtp://127.0.0.1:2525", user: nil, password: nil).map { .server($0) })
        #expect(configuration.sender.text == "portail@ville.exemple")
        for wrong in [["PORTAL_SMTP_URL": "smtp://hote"], ["PORTAL_MAIL_FROM": "personne"]] {
            #expect(throws: CommandFailure.self) { try MailConfiguration(data: "d") { wrong[$0] } }
        }
    }

    @Test func `a server's address has a scheme, a host and perhaps a port`() {
        for address in ["smtp://localhost", "smtp://mail.ville.fr:587", "smtps://mail-1.ville.fr:465"] {
            #expect(SMTPServer(address: address, user: nil, password: nil) != nil, "\(address)")
        }
        for address in [
            "", "mail.ville.fr", "http://mail.ville.fr", "smtp://", "smtp://h:0", "smtp://h:x", "smtp://u:p@h", "smtp://h/x", "smtp://h h",
        ] {
            #expect(SMTPServer(address: address, user: nil, password: nil) == nil, "\(address)")
        }
        #expect(SMTPServer(address: "smtp://127.0.0.1:25", user: nil, password: nil)?.isOnThisMachine == true)
        #expect(SMTPServer(address: "smtp://localhost.ville.fr:25", user: nil, password: nil)?.isOnThisMachine == false)
    }
}
