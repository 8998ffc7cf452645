import Glibc
import PortalCore

/// Where letters go, as the operator set it in the environment.
struct MailConfiguration: Sendable {
    enum Route: Hashable, Sendable {
        case server(SMTPServer)
        case folder(String)
    }

    let route: Route
    /// The address that all letters come from. Replies go to the town.
    let sender: EmailAddress

    /// The variables that it reads, for the help of the commands.
    static let help = """
        PORTAL_SMTP_URL       serveur de messagerie : smtp://hote:587 (STARTTLS) ou smtps://hote ; sans lui, les mails restent dans DATA/outbox
        PORTAL_SMTP_USER      identifiant sur ce serveur, s'il en demande un
        PORTAL_SMTP_PASSWORD  mot de passe
        PORTAL_SMTP_CA_FILE   autorités de certification reconnues (PEM) ; sans lui, SSL_CERT_FILE, puis celles du système
        PORTAL_MAIL_FROM      adresse d'expéditeur, obligatoire avec PORTAL_SMTP_URL
        """

    /// - Parameters:
    ///   - variable: the value of an environment variable.
    ///   - data: the data directory, for the folder that stands in for a server.
    /// - Throws: `CommandFailure` naming the variable that is wrong.
    init(data: String, variable: (String) -> String?) throws {
        func given(_ name: String) -> String? { variable(name).flatMap { $0.isEmpty ? nil : $0 } }
        let sender = given("PORTAL_MAIL_FROM")
        guard let address = EmailAddress(sender ?? "ne-pas-repondre@portail.example") else {
            throw CommandFailure(message: "PORTAL_MAIL_FROM n'est pas une adresse e-mail.")
        }
        self.sender = address
        guard let url = given("PORTAL_SMTP_URL") else {
            route = .folder("\(data)/outbox")
            return
        }
        guard sender != nil else { throw CommandFailure(message: "PORTAL_MAIL_FROM manque : l'adresse d'expéditeur des mails.") }
        let named = given("PORTAL_SMTP_CA_FILE")
        let authorities = named ?? given("SSL_CERT_FILE")
        if let authorities, access(authorities, R_OK) != 0 {
            throw CommandFailure(message: "le fichier des autorités de certification \(authorities) ne peut pas être lu.")
        }
        let (user, password) = (given("PORTAL_SMTP_USER"), given("PORTAL_SMTP_PASSWORD"))
        let server = SMTPServer(address: url, user: user, password: password, authorities: authorities, isAlwaysChecked: named != nil)
        guard let server else {
            throw CommandFailure(message: "PORTAL_SMTP_URL doit être de la forme smtp://hote:587 ou smtps://hote.")
        }
        route = .server(server)
    }

    /// - Throws: `CommandFailure` when libcurl cannot start.
    func transport() throws -> any MailTransport {
        switch route {
        case .folder(let path): return MailFolder(path: path)
        case .server(let server):
            guard let transport = SMTPTransport(server) else { throw CommandFailure(message: "libcurl ne démarre pas : aucun mail ne partirait.") }
            return transport
        }
    }
}
