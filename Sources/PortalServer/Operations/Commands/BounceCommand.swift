import Glibc
import PortalCore

/// Takes a report that a mail did not arrive from the mail server, which hands it over on standard input.
enum BounceCommand: PortalCommand {
    static let name = "bounce"
    static let summary = "lit sur l'entrée standard un avis de non-remise, et note l'adresse qui n'existe pas"
    static let help = """
        PortalServer bounce [--data DOSSIER] < MESSAGE

        Lit un message que le serveur de messagerie a reçu à l'adresse d'expéditeur du portail (PORTAL_MAIL_FROM). Si c'est un avis
        de non-remise (RFC 3464) d'un courriel de ce portail, ce courriel est noté comme revenu ; si l'adresse n'existe pas (5.1.x),
        plus rien ne lui est envoyé et la famille est priée d'en donner une autre. Tout autre message est laissé de côté.

          --data DOSSIER   le dossier des données (./data)

        Sort avec 0 quand le message a été lu, compris ou non : le serveur de messagerie n'a pas à le renvoyer. Sort avec 75 quand la base
        ne répond pas : le serveur de messagerie réessaie plus tard. docs/operating.md montre comment le brancher sur Postfix.
        """

    /// Reports are small; what a server quotes of the mail may be long, and is not needed.
    private static let longest = 1_048_576
    /// EX_TEMPFAIL: the mail server tries again.
    private static let tryAgain: Int32 = 75

    static func run(_ arguments: CommandArguments) async throws {
        try arguments.allow(options: ["data"])
        let data = DataFolder(arguments)
        let reports = DeliveryReport.reports(in: String(decoding: standardInput(), as: UTF8.self))
        guard !reports.isEmpty else {
            Terminal.print("Ce message n'est pas un avis de non-remise d'un courriel du portail : rien n'a changé.")
            return
        }
        for report in reports { Terminal.print(try await note(report, data)) }
    }

    private static func note(_ report: DeliveryReport, _ data: DataFolder) async throws -> String {
        guard let slug = MailReference.reading(report.reference)?.slug, data.directory.slugs().contains(slug) else {
            return "L'avis ne cite aucun courriel d'un portail de \(data.path) : rien n'a changé."
        }
        do {
            guard let portal = try data.directory.portal(slug) else { return "Le portail \(slug) n'existe pas : rien n'a changé." }
            defer { portal.database.close() }
            return "\(slug) : \(try await OutboxService(portal).note(report).french)"
        } catch let error as DatabaseError {
            throw CommandFailure(message: data.failure(error, of: slug).message, status: tryAgain)
        }
    }

    private static func standardInput() -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(STDIN_FILENO, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return bytes }
            // What is too long is read to its end all the same, so that the mail server does not meet a closed pipe.
            bytes += chunk.prefix(min(count, longest - bytes.count))
        }
    }
}

extension OutboxService.ReturnOutcome {
    /// What the command says.
    fileprivate var french: String {
        switch self {
        case .unknownMail: "l'avis ne cite aucun courriel de ce portail, rien n'a changé."
        case .nothingToDo: "l'avis n'annonce pas d'échec, rien n'a changé."
        case .mailReturned: "le courriel est noté comme revenu ; l'adresse peut encore exister."
        case .addressMarked: "l'adresse n'existe pas, plus rien ne lui sera envoyé."
        }
    }
}
