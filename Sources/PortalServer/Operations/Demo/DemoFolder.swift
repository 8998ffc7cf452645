import Glibc

/// A data folder that holds a demo: invented people, whose clock may be moved, and which may be made anew.
struct DemoFolder: Sendable {
    let path: String

    init(_ path: String) {
        self.path = path
    }

    /// Whether `demo` made this folder. `serve` moves the clock in no other.
    var isDemo: Bool { access(marker, F_OK) == 0 }

    /// Where the logins are.
    var accountsPath: String { "\(path)/demo-accounts.json" }

    private var marker: String { "\(path)/demo.txt" }

    /// Makes the folder ready for a new demo: marks it, and takes away the portals of the one before.
    ///
    /// - Throws: `CommandFailure` when the folder holds something that no demo made.
    func prepare() throws {
        if mkdir(path, 0o700) != 0, errno != EEXIST { throw failure(path) }
        guard isDemo || entries(of: path).isEmpty else {
            throw CommandFailure(message: "« \(path) » contient des données qui ne sont pas une démonstration : rien n'a été changé.")
        }
        let portals = "\(path)/portals"
        if let elsewhere = entries(of: portals).first(where: { $0.hasSuffix(".postgresql") }) {
            throw CommandFailure(message: "« \(portals)/\(elsewhere) » désigne une base PostgreSQL, qu'une démonstration ne remplace pas.")
        }
        try write("Données de démonstration : personnes inventées, que « PortalServer demo » peut remplacer.\n", to: marker)
        unlink(accountsPath)
        for name in entries(of: portals) where name.contains(".sqlite") {
            guard unlink("\(portals)/\(name)") == 0 else { throw failure("\(portals)/\(name)") }
        }
    }

    /// Writes the logins, whole or not at all, for their owner alone.
    func write(accounts: JSONText) throws {
        let draft = "\(accountsPath).new"
        try write(accounts.rendered, to: draft)
        guard rename(draft, accountsPath) == 0 else { throw failure(accountsPath) }
    }

    private func write(_ text: String, to file: String) throws {
        let descriptor = open(file, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(file) }
        defer { close(descriptor) }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw failure(file) }
            bytes = bytes.dropFirst(written)
        }
    }

    private func entries(of folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private func failure(_ file: String) -> CommandFailure { CommandFailure(message: "« \(file) » : \(String(cString: strerror(errno))).") }
}

extension DemoFolder {
    /// The definition files of a folder, in order of their names.
    static func definitions(in folder: String) throws -> [String] {
        let names = DemoFolder(folder).entries(of: folder).filter { $0.hasSuffix(".yaml") }
        guard !names.isEmpty else { throw CommandFailure(message: "Aucune définition de portail (.yaml) dans « \(folder) ».") }
        return names.map { "\(folder)/\($0)" }
    }
}
