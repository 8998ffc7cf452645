import Testing

@testable import PortalServer

@Suite struct StaticFilesTests {
    private let sheet = Array(String(repeating: "p { color: red }\n", count: 100).utf8)
    private let files: StaticFiles

    init() {
        let fontFace = Array("@font-face { src: url(/assets/a.woff2) format(\"woff2\") } b { background: url(data:x) }".utf8)
        files = StaticFiles(["portal.css": sheet, "font.css": fontFace, "a.woff2": [1, 2, 3], "robots.txt": [65], "secret.key": [1]])
    }

    private func get(_ target: String, _ headers: HTTPHeaders = [:]) throws -> HTTPResponse? {
        files.response(to: try HTTPRequest(.get, target, headers: headers))
    }

    @Test func `only files of a known type are served, under their path`() throws {
        #expect(try get("/assets/portal.css")?.headers["Content-Type"] == "text/css; charset=utf-8")
        #expect(try get("/assets/portal.css")?.body == sheet)
        #expect(try get("/robots.txt")?.body == [65])
        for path in ["/portal.css", "/assets/", "/assets/secret.key", "/assets/portal", "/assets//portal.css"] { #expect(try get(path) == nil) }
        #expect(files.response(to: try HTTPRequest(.post, "/assets/portal.css"))?.status == .methodNotAllowed)
    }

    @Test func `an address with the fingerprint is kept for ever, another is checked each time`() throws {
        let address = files.fingerprintedPath(for: "portal.css")
        #expect(address.hasPrefix("/assets/portal.css?v="))
        #expect(try get(address)?.headers["Cache-Control"] == "public, max-age=31536000, immutable")
        for target in ["/assets/portal.css", "/assets/portal.css?v=old"] {
            #expect(try get(target)?.headers["Cache-Control"] == "public, no-cache")
        }
        #expect(files.fingerprintedPath(for: "absent.css") == "/assets/absent.css")
    }

    @Test func `a browser that has the file is told so`() throws {
        let tag = try #require(try get("/assets/portal.css")?.headers["ETag"])
        for value in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
            let response = try get("/assets/portal.css", ["If-None-Match": value])
            #expect(response?.status == .notModified && response?.body.isEmpty == true && response?.headers["ETag"] == tag)
        }
        #expect(try get("/assets/portal.css", ["If-None-Match": "\"x\""])?.status == .ok)
    }

    @Test func `text is sent compressed to those who accept it, under its own tag`() throws {
        let plain = try #require(try get("/assets/portal.css"))
        let gzipped = try #require(try get("/assets/portal.css", ["Accept-Encoding": "br, gzip;q=0.5"]))
        #expect(gzipped.headers["Content-Encoding"] == "gzip" && gzipped.body.prefix(2) == [0x1F, 0x8B] && gzipped.body.count < sheet.count / 4)
        #expect(plain.headers["Vary"] == "Accept-Encoding" && gzipped.headers["Vary"] == "Accept-Encoding")
        #expect(plain.headers["ETag"] != gzipped.headers["ETag"])
        for refusal in ["", "br", "gzip;q=0", "gzip; q=0.000"] {
            #expect(try get("/assets/portal.css", ["Accept-Encoding": refusal])?.headers["Content-Encoding"] == nil)
        }
        #expect(try get("/assets/a.woff2", ["Accept-Encoding": "gzip"])?.headers["Content-Encoding"] == nil)
    }

    @Test func `a stylesheet names its fonts with their fingerprint`() throws {
        let text = String(decoding: try #require(try get("/assets/font.css")?.body), as: UTF8.self)
        #expect(text == "@font-face { src: url(\(files.fingerprintedPath(for: "a.woff2"))) format(\"woff2\") } b { background: url(data:x) }")
    }

    @Test func `a page is compressed unless it must not be`() throws {
        let request = try HTTPRequest(.get, "/", headers: ["Accept-Encoding": "gzip, deflate"])
        let page = HTTPResponse.html(.ok, [UInt8](repeating: 65, count: 5000))
        #expect(page.compressed(for: request).headers["Content-Encoding"] == "gzip")
        #expect(page.compressed(for: try HTTPRequest(.get, "/")).headers["Vary"] == "Accept-Encoding")
        var secret = page
        secret.mayBeCompressed = false
        #expect(secret.compressed(for: request).body == page.body)
        #expect(HTTPResponse.html(.ok, [65]).compressed(for: request).body == [65])
    }

    @Test func `the project's own files can be read`() throws {
        let files = try StaticFiles(directory: "Public")
        #expect(files.response(to: try HTTPRequest(.get, "/assets/portal.css"))?.status == .ok)
        #expect(throws: SystemCallError.self) { try StaticFiles(directory: "Public/absent") }
    }
}
