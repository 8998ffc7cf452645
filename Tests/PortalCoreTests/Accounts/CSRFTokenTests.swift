import PortalCore
import Testing

@Suite struct CSRFTokenTests {
    @Test func `a token is good for its cookie only, and every page has another one`() {
        let cookie = SessionToken(from: SystemRandom()).text
        let first = CSRFToken(for: cookie).text
        let second = CSRFToken(for: cookie).text
        #expect(first != second)
        for token in [first, second] {
            #expect(CSRFToken.isValid(token, for: cookie))
            #expect(!CSRFToken.isValid(token, for: SessionToken(from: SystemRandom()).text))
            #expect(!CSRFToken.isValid(token, for: ""))
        }
    }

    @Test func `a changed token is refused at every place`() {
        let cookie = SessionToken(from: SystemRandom()).text
        let token = Array(CSRFToken(for: cookie).text)
        for place in token.indices {
            var changed = token
            changed[place] = changed[place] == "A" ? "B" : "A"
            if CSRFToken.isValid(String(changed), for: cookie) { Issue.record("place \(place)") }
        }
        for text in ["", ".", "..", String(token.dropLast()), String(token) + "A", String(repeating: "é", count: 11) + ".x"] {
            #expect(!CSRFToken.isValid(text, for: cookie), "\(text)")
        }
    }

    @Test func `the proof of one page does not fit another`() {
        let cookie = SessionToken(from: SystemRandom()).text
        let first = CSRFToken(for: cookie).text.split(separator: ".")
        let second = CSRFToken(for: cookie).text.split(separator: ".")
        #expect(!CSRFToken.isValid("\(first[0]).\(second[1])", for: cookie))
    }
}
