import Testing

@testable import HTMLTemplates

struct BuilderTests {
    private struct Greeting: HTML {
        let name: String?
        let days: [String]

        var body: some HTML {
            h1 { "Bonjour" }
            if let name {
                p { name }
            } else {
                p { "?" }
            }
            if days.isEmpty { p { "Rien" } }
            ul {
                for day in days { li { day } }
                ForEach(days) { day in li(.class("again")) { day } }
            }
        }
    }

    @Test func `pieces follow one another, conditions and loops included`() {
        #expect(
            Greeting(name: "Mme <D>", days: ["lundi", "mardi"]).rendered
                == "<h1>Bonjour</h1><p>Mme &lt;D&gt;</p><ul><li>lundi</li><li>mardi</li>"
                + "<li class=\"again\">lundi</li><li class=\"again\">mardi</li></ul>"
        )
        #expect(Greeting(name: nil, days: []).rendered == "<h1>Bonjour</h1><p>?</p><p>Rien</p><ul></ul>")
    }

    @Test func `void elements have no end tag and no content`() {
        #expect(br().rendered == "<br>")
        #expect(input(.type(.checkbox), .name("r"), .value("1"), .checked(true)).rendered == #"<input type="checkbox" name="r" value="1" checked>"#)
        #expect(input(.checked(false), .required(false), .id(nil)).rendered == "<input>")
    }

    @Test func `elements nest and keep the order of their attributes`() {
        let piece = form(.method(.post), .action(Link(fragment: "là"))) {
            fieldset(.class("jour")) {
                legend { "Mardi" }
                label(.for("x")) { "Midi" }
            }
            td(.colspan(2))
        }
        #expect(
            piece.rendered == ##"<form method="post" action="#l%C3%A0"><fieldset class="jour"><legend>Mardi</legend>"##
                + #"<label for="x">Midi</label></fieldset><td colspan="2"></td></form>"#
        )
    }

    @Test func `an empty body writes nothing`() {
        #expect(div {}.rendered == "<div></div>")
        #expect((nil as String?).rendered == "")
    }

    @Test func `data and aria attributes carry their values`() {
        let price = DataName("data-prix")
        #expect(
            span(.data(price, 420), .ariaHidden(), .ariaCurrent(.page)).rendered
                == #"<span data-prix="420" aria-hidden="true" aria-current="page"></span>"#
        )
        #expect(time(.datetime("2026-11-04")) { "mercredi" }.rendered == #"<time datetime="2026-11-04">mercredi</time>"#)
    }
}
