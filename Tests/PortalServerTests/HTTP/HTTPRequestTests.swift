import Testing

@testable import PortalServer

@Suite struct HTTPRequestTests {
    @Test func `a path comes apart in decoded segments`() throws {
        let table: [(String, [String])] = [
            ("/", []), ("/bondoufle", ["bondoufle"]), ("/a/b/", ["a", "b", ""]), ("//a", ["", "a"]),
            ("/ch%C3%A2rost/agenda", ["chârost", "agenda"]), ("/a+b", ["a+b"]), ("/..a/...", ["..a", "..."]),
        ]
        for (path, segments) in table { #expect(try HTTPRequest(.get, path).segments == segments) }
    }

    @Test func `a path that could mean another one is refused`() {
        for path in ["/..", "/a/../b", "/.", "/%2e%2e/a", "/a%2fb", "/a%00", "/%zz", "/%2", "/%c0%af", "/%ff"] {
            #expect(throws: HTTPRefusal.undecodablePath) { try HTTPRequest(.get, path) }
        }
    }

    @Test func `a query is decoded and kept apart from the path`() throws {
        let request = try HTTPRequest(.get, "/agenda?mois=2026-11&enfant=L%C3%A9a&x=a?b")
        #expect(request.path == "/agenda")
        #expect(request.query == ["mois": "2026-11", "enfant": "Léa", "x": "a?b"])
        #expect(throws: HTTPRefusal.undecodableQuery) { try HTTPRequest(.get, "/?a=%zz") }
    }

    @Test func `cookies are found by name`() throws {
        let request = try HTTPRequest(.get, "/", headers: ["cookie": "a=1; session=x=y ;b=", "Cookie": "a=2;c=3"])
        #expect(request.cookies["a"] == "1" && request.cookies["session"] == "x=y" && request.cookies["b"] == "")
        #expect(request.cookies["c"] == "3" && request.cookies["d"] == nil)
    }

    @Test func `a header is one line whatever its value`() {
        var headers: HTTPHeaders = ["A": "1", "b": "2", "a": "3"]
        headers.append("Location", "/x\r\nSet-Cookie: stolen=1")
        #expect(headers["location"] == "/x  Set-Cookie: stolen=1")
        #expect(headers.all("a") == ["1", "3"] && headers["B"] == "2")
        headers.set("A", "4")
        #expect(headers.map { "\($0.name)=\($0.value)" }.joined(separator: ",") == "b=2,Location=/x  Set-Cookie: stolen=1,A=4")
    }
}
