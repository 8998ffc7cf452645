import Testing

@testable import HTMLTemplates

struct LinkTests {
    private struct Target: LinkTarget {
        let address: String
    }

    @Test func `a page of the site keeps its address`() {
        for address in ["/", "/bondoufle", "/bondoufle/reservations?mois=2026-11&enfant=3#jour"] {
            #expect(Link(Target(address: address)).address == address)
        }
    }

    @Test func `an address that would leave the site becomes the front page`() {
        let refused = [
            "", "bondoufle", "//evil.example", "/\\evil.example", "javascript:alert(1)", "https://evil.example", "/\t/evil.example", "/a b", "/\n",
        ]
        for address in refused {
            #expect(Link(Target(address: address)).address == "/")
        }
    }

    @Test func `another site is linked over https only`() {
        #expect(Link(website: "https://www.bondoufle.fr/")?.address == "https://www.bondoufle.fr/")
        for address in ["http://www.bondoufle.fr", "javascript:alert(1)", "https://", "https:///x", "https://a b", "www.bondoufle.fr", "HTTPS//x"] {
            #expect(Link(website: address) == nil)
        }
    }

    @Test func `mail, telephone and places in the page`() {
        #expect(Link(mailto: "aps@chalonnes-sur-loire.fr").address == "mailto:aps@chalonnes-sur-loire.fr")
        #expect(Link(mailto: "a@b.fr?cc=x\"y").address == "mailto:a@b.fr%3Fcc%3Dx%22y")
        #expect(Link(telephone: "01 39 74 29 12").address == "tel:0139742912")
        #expect(Link(telephone: "+33 (0)6.07").address == "tel:+330607")
        #expect(Link(fragment: "jour 3").address == "#jour%203")
        #expect(Link(Target(address: "/x#ancien")).at(fragment: "y").address == "/x#y")
    }

    @Test func `a link is escaped in its attribute`() {
        #expect(a(.href(Target(address: "/x?a=1&b='\""))) { "x" }.rendered == "<a href=\"/x?a=1&amp;b=&#39;&quot;\">x</a>")
    }
}
