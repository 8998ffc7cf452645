import PortalCore

@testable import PortalServer

/// A browser without script: it keeps cookies and sends the hidden fields of the form that it saw last.
final class TestBrowser {
    private let town: TestTown
    private var cookies: [String: String] = [:]
    /// The last page.
    private(set) var page = ""
    private(set) var response = HTTPResponse(.ok)

    private let name: String

    /// - Parameter name: what the browser calls itself (User-Agent).
    init(_ town: TestTown, name: String = "") {
        self.town = town
        self.name = name
    }

    /// Where the last answer leads.
    var location: String? { response.headers["Location"] }

    /// Fetches a page of the portal.
    @discardableResult
    func get(_ path: String, _ method: HTTPMethod = .get) async throws -> HTTPStatus {
        try await send(HTTPRequest(method, address(path), headers: ["Cookie": cookieLine, "User-Agent": name]))
    }

    /// Follows the last answer, if it leads elsewhere.
    @discardableResult
    func follow() async throws -> HTTPStatus {
        guard let location else { return response.status }
        return try await send(HTTPRequest(.get, location, headers: ["Cookie": cookieLine, "User-Agent": name]))
    }

    /// Posts fields, with the token of the last page unless told otherwise.
    ///
    /// - Parameter accept: what a script asks for.
    @discardableResult
    func post(_ path: String, _ fields: [(String, String)], token: String? = nil, accept: String = "text/html") async throws -> HTTPStatus {
        try await send(try form(path, fields, token: token, accept: accept))
    }

    /// Posts the same form several times at once, as impatient fingers do; the answers. The browser keeps the last one's cookies.
    func postAtOnce(_ path: String, _ fields: [(String, String)], times: Int = 3) async throws -> [HTTPResponse] {
        let (request, site) = (try form(path, fields), town.site)
        let answers = await withTaskGroup(of: HTTPResponse.self) { group in
            for _ in 0..<times { group.addTask { await site.respond(to: request) } }
            var answers: [HTTPResponse] = []
            for await answer in group { answers.append(answer) }
            return answers
        }
        for answer in answers { keep(answer) }
        return answers
    }

    private func form(_ path: String, _ fields: [(String, String)], token: String? = nil, accept: String = "text/html") throws -> HTTPRequest {
        let sent = [("jeton", token ?? hidden("jeton") ?? "")] + fields
        let body = sent.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
        let headers: HTTPHeaders = [
            "Cookie": cookieLine, "User-Agent": name, "Accept": accept, "Content-Type": "application/x-www-form-urlencoded",
        ]
        return try HTTPRequest(.post, address(path), headers: headers, body: Array(body.utf8))
    }

    /// Posts fields and a file, as a form with files does.
    @discardableResult
    func upload(_ path: String, _ fields: [(String, String)], file: (field: String, content: String), token: String? = nil) async throws -> HTTPStatus
    {
        let parts = ([("jeton", token ?? hidden("jeton") ?? "")] + fields).map {
            "--x\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n"
        }
        let last = "--x\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"a\"\r\n\r\n\(file.content)\r\n--x--\r\n"
        let headers: HTTPHeaders = ["Cookie": cookieLine, "User-Agent": name, "Content-Type": "multipart/form-data; boundary=x"]
        return try await send(HTTPRequest(.post, address(path), headers: headers, body: Array((parts.joined() + last).utf8)))
    }

    /// Signs a parent in.
    @discardableResult
    func signIn(_ login: String, password: String = Demo.password) async throws -> HTTPStatus {
        try await get("connexion")
        return try await post("connexion", [("identifiant", login), ("motdepasse", password)])
    }

    /// Signs a staff member in.
    @discardableResult
    func signInStaff(_ login: String) async throws -> HTTPStatus {
        try await get("agents/connexion")
        return try await post("agents/connexion", [("identifiant", login), ("motdepasse", Demo.password)])
    }

    /// The values of the last page's inputs of a name.
    func values(_ name: String) -> [String] {
        page.split(separator: "<input ").dropFirst().compactMap { input in
            let tag = input.prefix { $0 != ">" }
            guard tag.contains("name=\"\(name)\""), let value = tag.firstRange(of: "value=\"") else { return nil }
            return String(tag[value.upperBound...].prefix { $0 != "\"" })
        }
    }

    func hidden(_ name: String) -> String? { values(name).first }

    private func send(_ request: HTTPRequest) async throws -> HTTPStatus {
        var answer = await town.site.respond(to: request)
        while let rest = answer.rest, let part = try await rest.next() { answer.body += part }
        keep(answer)
        return response.status
    }

    private func keep(_ answer: HTTPResponse) {
        response = answer
        page = String(decoding: response.body, as: UTF8.self)
        for cookie in response.headers.all("Set-Cookie") {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(pair[0])] = cookie.contains("Max-Age=0") ? nil : String(pair[1])
        }
    }

    private var cookieLine: String { cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }

    private func address(_ path: String) -> String { path.hasPrefix("/") ? path : "/\(town.portal.slug)/\(path)" }

    private func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let character = Character(Unicode.Scalar(byte))
            return character.isASCII && (character.isLetter || character.isNumber)
                ? String(character) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
