import PortalCore
import Testing

@Suite struct ActivationKeyTests {
    private static let alphabet = Array("0123456789ACDEFGHJKMNPQRTVWXY")

    private func keys(_ count: Int) -> [ActivationKey] {
        (0..<count).map { _ in ActivationKey(from: SystemRandom()) }
    }

    @Test func `a key reads back however it is typed`() {
        for key in keys(200) {
            let text = key.text
            #expect(text.count == 14)
            let bare = text.filter { $0 != "-" }
            let misread = bare.map { ["0": "O", "1": "l", "2": "z", "5": "S", "8": "b", "V": "U"][$0] ?? String($0) }.joined()
            for typed in [text, text.lowercased(), bare, " \(text) ", text.replacing("-", with: " "), misread] {
                #expect(ActivationKey(typed) == key, "\(typed)")
            }
        }
    }

    @Test func `one wrong character or two that changed places are a slip, never another key`() {
        for key in keys(20) {
            let characters = Array(key.text.filter { $0 != "-" })
            for place in characters.indices {
                for other in ActivationKeyTests.alphabet where other != characters[place] {
                    var typed = characters
                    typed[place] = other
                    if ActivationKey(String(typed)) != nil { Issue.record("\(String(typed)) reads as a key") }
                }
                for second in characters.indices where characters[second] != characters[place] {
                    var typed = characters
                    typed.swapAt(place, second)
                    if ActivationKey(String(typed)) != nil { Issue.record("\(String(typed)) reads as a key") }
                }
            }
        }
    }

    @Test func `what is not a key is not read as one`() {
        for typed in ["", "ABCD", "0000-0000-000", "0000-0000-00000", "é000-0000-0000", "0000/0000/0000"] {
            #expect(ActivationKey(typed) == nil, "\(typed)")
        }
    }
}
