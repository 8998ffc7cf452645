import Glibc
import PortalCore
import Testing

struct RuleDocumentationTests {
    /// Staff copy rules out of `docs/rules.md`: each notation in its tables' code spans is one that is read.
    @Test func `every notation in the documentation's tables is understood`() throws {
        let page = try contents(of: #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" } + "/docs/rules.md")
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("|") }
        var count = 0
        for row in rows {
            for span in row.split(separator: "`", omittingEmptySubsequences: false).enumerated() where span.offset % 2 == 1 {
                let notation = String(span.element)
                count += 1
                if !isUnderstood(notation) { Issue.record("docs/rules.md: \(notation)") }
            }
        }
        #expect(count > 50)
    }

    private func isUnderstood(_ notation: String) -> Bool {
        (try? BookingDeadline(notation: notation)) != nil || (try? LateAdding(notation: notation)) != nil
            || (try? LateCancelling(notation: notation)) != nil
    }

    private func contents(of path: String) throws -> String {
        let file = try #require(fopen(path, "r"))
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 100_000)
        let length = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<length], as: UTF8.self)
    }
}
