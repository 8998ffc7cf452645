import PortalCore
import Testing

@testable import HTMLTemplates

@Suite struct MailLetterPageTests {
    private let site = "https://famille.example"

    private func page(_ blocks: String, subject: String = "Essai\u{A0}: votre espace est créé", secret: String? = nil) throws -> String {
        let mail = Mail(
            recipient: try #require(EmailAddress("marie@exemple.fr")),
            subject: subject,
            body: "Bonjour Madame Dupont,\n\n\(blocks)\n\n-- \nEspace familles\nVille d'Essai\n\nGuichet unique\n01 60 00 00 00",
            secret: secret
        )
        let settings = PortalSettings(
            slug: "essai",
            name: "Ville d'Essai",
            shortName: "Essai",
            portalName: "Espace familles",
            tagline: "",
            accent: try #require(PortalColour(notation: "#1D6F8A")),
            schoolZone: .b,
            alsaceMoselle: false,
            website: nil,
            texts: [],
            contacts: [],
            news: []
        )
        return String(decoding: render(MailLetterPage(mail, from: settings, site: site), assets: .unversioned), as: UTF8.self)
    }

    @Test func `a letter says the same as its text, under the town's name`() throws {
        let html = try page("Un mot & deux.\n\n    Votre clé\u{A0}: \(Mail.secretMark)\n\nFait\u{A0}:\n- lundi\n- mardi", secret: "K7-42")
        for piece in [
            #"<html lang="fr">"#, ">Votre espace est créé</h1>", ">Bonjour Madame Dupont,</p>", ">Un mot &amp; deux.</p>", ">K7-42</strong>",
            "lundi</li>",
            "Espace familles<br>Ville d'Essai</p>", "Guichet unique<br>01 60 00 00 00</p>",
        ] { #expect(html.contains(piece), "\(piece)") }
    }

    @Test func `its one link leads to the portal`() throws {
        let html = try page("Confirmer\u{A0}:\n\(Mail.secretMark)", secret: "\(site)/essai/confirmer/abc")
        #expect(html.contains(#"href="https://famille.example/essai/confirmer/abc">Confirmer</a>"#))
        #expect(html.split(separator: "href=").count == 2)
    }

    @Test func `it links to nothing else and loads nothing`() throws {
        for address in [
            "https://ailleurs.example/x", "https://famille.example.ailleurs.fr/", "https://famille.example@ailleurs.fr/", "http://famille.example/x",
        ] {
            let html = try page("Cliquez\u{A0}:\n\(address)")
            #expect(!html.contains("href=") && html.contains(address), "\(address)")
        }
        let html = try page("Bonjour")
        for word in ["<img", "src=", "url(", "<link", "<script", "@import", "@font-face"] { #expect(!html.contains(word), "\(word)") }
    }

    @Test func `typed words stay words`() throws {
        let html = try page("Remarque\u{A0}: <b>x</b> <a href=\"https://ailleurs.example\">y</a>", subject: "<script>")
        #expect(!html.contains("<b>") && !html.contains("<script>") && !html.contains("<a "))
    }
}
