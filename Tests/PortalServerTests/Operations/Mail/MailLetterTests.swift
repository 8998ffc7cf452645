import PortalCore
import Testing

@testable import PortalServer

@Suite struct MailLetterTests {
    private func letter(subject: String = "Essai : votre espace est créé", body: String = "Bonjour Madame Dupont,\n\n-- \nVille d'Été = à bientôt")
        throws -> MailLetter
    {
        MailLetter(
            senderName: "Ville de Chârost",
            sender: try #require(EmailAddress("portail@ville.exemple")),
            replyTo: EmailAddress("guichet@ville.exemple"),
            mail: Mail(recipient: try #require(EmailAddress("marie@exemple.fr")), subject: subject, body: body),
            page: "<p>\(body)</p>",
            writtenAt: try #require(Instant(rfc3339: "2026-11-03T12:00:05+01:00")),
            name: "charost.12.1793703605"
        )
    }

    @Test func `a letter is a message of seven bits that says who, to whom, when and that no machine should answer`() throws {
        #expect(
            try letter().text.split(separator: "\r\n", omittingEmptySubsequences: false) == [
                "Date: Tue, 3 Nov 2026 12:00:05 +0100",
                "From: =?utf-8?Q?Ville_de_Ch=C3=A2rost?=",
                " <portail@ville.exemple>",
                "To: <marie@exemple.fr>",
                "Reply-To: <guichet@ville.exemple>",
                "Subject: =?utf-8?Q?Essai_=3A_votre_espace_est_cr=C3=A9=C3=A9?=",
                "Message-ID: <charost.12.1793703605@ville.exemple>",
                "Auto-Submitted: auto-generated",
                "X-Auto-Response-Suppress: All",
                "Content-Language: fr",
                "MIME-Version: 1.0",
                "Content-Type: multipart/alternative;",
                " boundary=\"=_portail_famille\"",
                "",
                "--=_portail_famille",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable",
                "",
                "Bonjour Madame Dupont,",
                "",
                "--=20",
                "Ville d'=C3=89t=C3=A9 =3D =C3=A0 bient=C3=B4t",
                "--=_portail_famille",
                "Content-Type: text/html; charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable",
                "",
                "<p>Bonjour Madame Dupont,",
                "",
                "--=20",
                "Ville d'=C3=89t=C3=A9 =3D =C3=A0 bient=C3=B4t</p>",
                "--=_portail_famille--",
                "",
            ]
        )
    }

    @Test func `no line is longer than 78 and every byte is printable`() throws {
        let long = String(repeating: "é à ü œ “long” ", count: 40)
        for line in try letter(subject: long, body: "\(long)\n\(String(repeating: "a", count: 500)) \n.\n").text.split(separator: "\r\n") {
            #expect(line.utf8.count <= 78)
            #expect(line.utf8.allSatisfy { (32...126).contains($0) })
        }
    }

    @Test func `nothing typed can add a header`() throws {
        for subject in ["x\r\nBcc: espion@exemple.fr", "x\nBcc: espion@exemple.fr", "=?utf-8?Q?=0D=0ABcc:?=", " x", ""] {
            let lines = try letter(subject: subject).text.split(separator: "\r\n")
            #expect(lines.count { $0.hasPrefix("Bcc") } == 0)
            #expect(lines.first { $0.hasPrefix("Subject: ") }?.hasPrefix("Subject: =?utf-8?Q?") == true)
        }
    }

    @Test func `a character is never cut between two encoded words`() {
        let phrase = EncodedWords.phrase(String(repeating: "€", count: 60), after: 9)
        for word in phrase.split(separator: "\r\n ") {
            #expect(word.dropFirst(10).dropLast(2).split(separator: "=").count % 3 == 0)
        }
    }
}
