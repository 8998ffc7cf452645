import Testing

@testable import PortalServer

struct MultipartFormTests {
    private func body(_ parts: String...) -> [UInt8] { Array((parts.joined(separator: "\r\n") + "\r\n--x--\r\n").utf8) }

    private func field(_ name: String, _ value: String) -> String { "--x\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)" }

    @Test func `fields and files are read as a browser sends them`() throws {
        let file = "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n--y"
        let form = try MultipartForm(body(field("a", "1"), field("a", "é\r\nè"), file), boundary: "x")
        #expect(form.fields.all("a") == ["1", "é\r\nè"])
        #expect(form.bytes(of: "f") == Array("%PDF\r\n--y".utf8))
        #expect(form.bytes(of: "g").isEmpty)
    }

    @Test func `what no browser sends is refused`() {
        let good = field("a", "1")
        let wrong: [[UInt8]] = [
            [], Array("--x--".utf8), Array("--x\r\n".utf8), Array(good.utf8), body("avant" + good), Array(good.utf8) + Array("\r\n--x--suite".utf8),
            body("--x\r\nContent-Type: text/plain\r\n\r\n1"), body("--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1"),
            body("--x\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\n1"), body(field("a", "\u{0}")),
            Array("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8) + [0xFF] + Array("\r\n--x--\r\n".utf8),
        ]
        for bytes in wrong { #expect(throws: FormError.self) { try MultipartForm(bytes, boundary: "x") } }
    }

    @Test func `only a sound boundary is taken`() {
        #expect(MultipartForm.boundary(in: "multipart/form-data; boundary=----WebKitFormBoundaryAbC") == "----WebKitFormBoundaryAbC")
        #expect(MultipartForm.boundary(in: "multipart/form-data; boundary=\"a b\"") == nil)
        for type in [nil, "", "multipart/form-data", "multipart/mixed; boundary=x", "multipart/form-data; boundary="] {
            #expect(MultipartForm.boundary(in: type) == nil)
        }
    }
}
