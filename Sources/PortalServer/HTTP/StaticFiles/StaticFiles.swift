/// The files of a directory, in memory, served under a path.
///
/// They are read once: to serve a changed file the server is started again.
struct StaticFiles: Sendable {
    private let files: [String: StaticFile]
    private let prefix: String

    /// Files that browsers and robots ask for at the root, whatever the pages say.
    private static let atRoot: Set = ["favicon.ico", "robots.txt", "apple-touch-icon.png"]

    /// Reads all files of the directory and its folders that have a known type.
    ///
    /// - Parameter prefix: the path under which they stand, with its last slash.
    /// - Throws: `SystemCallError` when the directory or a file cannot be read.
    init(directory: String, under prefix: String = "/assets/") throws(SystemCallError) {
        self.init(try FileTree.files(in: directory), under: prefix)
    }

    /// The files given by name ("fonts/a.woff2") and content.
    init(_ contents: [String: [UInt8]], under prefix: String = "/assets/") {
        self.prefix = prefix
        var files: [String: StaticFile] = [:]
        func add(_ name: String, _ body: [UInt8]) {
            guard let type = ContentType.of(name) else { return }
            let file = StaticFile(body, type: type.value, isText: type.isText)
            files[prefix + name] = file
            if Self.atRoot.contains(name) { files["/" + name] = file }
        }
        let sheets = contents.filter { $0.key.hasSuffix(".css") }
        for (name, body) in contents where sheets[name] == nil { add(name, body) }
        // A stylesheet names fonts and images: with their fingerprints, so that the browser keeps them.
        var addresses: [String: String] = [:]
        for (path, file) in files { addresses[path] = Self.address(path, file) }
        for (name, body) in sheets { add(name, Stylesheet.pointing(body, to: addresses)) }
        self.files = files
    }

    /// The answer when the path is a file's, nil otherwise. Quick enough for the loop.
    func response(to request: HTTPRequest) -> HTTPResponse? {
        guard let file = files[request.path] else { return nil }
        switch request.method {
        case .get, .head: return file.response(to: request)
        default: return HTTPResponse(.methodNotAllowed, headers: ["Allow": "GET, HEAD"])
        }
    }

    /// The address that browsers may keep for ever, because it changes with the file: "/assets/portal.css?v=1k2j3h4".
    func fingerprintedPath(for name: String) -> String {
        let path = prefix + name
        return files[path].map { Self.address(path, $0) } ?? path
    }

    private static func address(_ path: String, _ file: StaticFile) -> String { "\(path)?v=\(file.fingerprint)" }
}
