import Testing

@testable import HTMLTemplates

struct EscapingTests {
    @Test func `text keeps every character and escapes what is markup`() {
        let table = [
            "": "",
            "Léa & Tom": "Léa &amp; Tom",
            "<script>alert(1)</script>": "&lt;script&gt;alert(1)&lt;/script&gt;",
            "l'été, « où » \"là\"": "l'été, « où » \"là\"",
            "&amp;": "&amp;amp;",
            "€🙂é": "€🙂é",
            "&<>&": "&amp;&lt;&gt;&amp;",
        ]
        for (text, expected) in table {
            #expect(text.rendered == expected)
        }
    }

    @Test func `an attribute cannot be left`() {
        let table = [
            "\" onmouseover=\"alert(1)": "&quot; onmouseover=&quot;alert(1)",
            "'><b>": "&#39;&gt;&lt;b&gt;",
            "a & b": "a &amp; b",
            "Chârost": "Chârost",
        ]
        for (text, expected) in table {
            #expect(div(.title(text)).rendered == "<div title=\"\(expected)\"></div>")
        }
    }

    @Test func `a long text with one special character at each place is whole`() {
        let plain = String(repeating: "é-", count: 40)
        for offset in 0...plain.count {
            let cut = plain.index(plain.startIndex, offsetBy: offset)
            let text = plain[..<cut] + "<" + plain[cut...]
            #expect(text.description.rendered == plain[..<cut] + "&lt;" + plain[cut...])
        }
    }

    @Test func `numbers are digits`() {
        for number in [0, 7, 10, 4200, -3, Int.max, Int.min] {
            #expect(number.rendered == String(number))
        }
    }
}
