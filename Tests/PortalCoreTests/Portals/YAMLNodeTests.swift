import PortalCore
import Testing

struct YAMLNodeTests {
    private func problem(_ bytes: [UInt8]) -> YAMLProblem? {
        do {
            _ = try YAMLNode(document: bytes)
            return nil
        } catch {
            return error
        }
    }

    private func problem(_ text: String) -> YAMLProblem? { problem(Array(text.utf8)) }

    @Test func `values stay text and know their line`() throws {
        let node = try YAMLNode(document: Array("\u{FEFF}a: non\r\nb:\r\n  - 07:30\r\n  - \"#12\"\r\n".utf8))
        guard case .mapping(let entries) = node.content, case .sequence(let items) = entries[1].value.content else {
            Issue.record("no mapping")
            return
        }
        #expect(entries.map(\.key) == ["a", "b"])
        #expect(entries[0].value.content == .scalar("non"))
        #expect(items.map(\.content) == [.scalar("07:30"), .scalar("#12")])
        #expect(items.map(\.line) == [3, 4])
    }

    @Test func `what hides the meaning of a file is refused with its line`() {
        let refused: [(String, Int)] = [
            ("a: &x 1\nb: *x\n", 1),
            ("a: 1\nb: *x\n", 2),
            ("a: 1\nb: !!binary aGk=\n", 2),
            ("a: 1\nb: ! c\n", 2),
            ("a: 1\n---\nb: 2\n", 2),
            ("a:\n\tb: 1\n", 2),
            ("a: 1\n  b: 2\n", 2),
            ("a: \"x\n", 2),
            ("a: Ville : Bondoufle\n", 1),
            ("a: [1, 2\nb: 3\n", 2),
            ("a: 1\n? [b]\n: 2\n", 2),
            ("a: %x\n", 1),
            ("a: 1\nb: \u{1}\n", 2),
            ("", 1),
            ("# rien\n", 1),
        ]
        for (text, line) in refused { #expect(problem(text)?.line == line, "\(text.debugDescription)") }
    }

    @Test func `an alias bomb, deep nesting, a crowd and a giant are refused at once`() {
        let bomb = (0..<40).map { "a\($0): &a\($0) [\($0 == 0 ? "x" : "*a\($0 - 1), *a\($0 - 1)")]\n" }.joined()
        #expect(problem(bomb)?.line == 1)
        #expect(problem("a: 1\nb: " + String(repeating: "[", count: 100_000))?.line == 2)
        #expect(problem("a: 1\nb: " + String(repeating: "{", count: 100_000))?.line == 2)
        #expect(problem(String(repeating: "- ", count: 100_000)) != nil)
        #expect(problem(String(repeating: "- x\n", count: YAMLLimits.nodes))?.line == YAMLLimits.nodes)
        #expect(problem([UInt8](repeating: 65, count: YAMLLimits.bytes + 1))?.line == 1)
    }

    @Test func `broken UTF-8 is refused with its line`() {
        #expect(problem(Array("a: 1\nb: ".utf8) + [0xC3, 0x28, 0x0A])?.line == 2)
        #expect(problem([0xFF, 0xFE, 0x61, 0x00]) != nil)
        #expect(problem(Array("a: 1\nb: 2\nc: ".utf8) + [0xED, 0xA0, 0x80])?.line == 3)
    }

    @Test func `damaged files never break the reader, which names a line of the file`() throws {
        var random = SplitMix(seed: 2026)
        let text = Array(try ExampleTowns.definition("charost").yaml.utf8)
        let odd = Array("\t:-[]{}&*!|>'\"#%@`,?\n\u{0}\u{1F}\u{FF}".utf8) + [0x80, 0xC3, 0xFF]
        for _ in 0..<400 {
            var damaged = text
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<damaged.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: damaged[place] = odd.randomElement(using: &random) ?? 0
                case 1: damaged.remove(at: place)
                default: damaged.insert(odd.randomElement(using: &random) ?? 0, at: place)
                }
            }
            do {
                _ = try PortalDefinition(yaml: damaged, file: "ville.yaml", today: ExampleTowns.today)
            } catch {
                let lines = damaged.count { $0 == UInt8(ascii: "\n") } + 2
                #expect(!error.issues.isEmpty)
                #expect(error.issues.allSatisfy { (1...lines).contains($0.line) && !$0.message.isEmpty })
            }
        }
    }
}
