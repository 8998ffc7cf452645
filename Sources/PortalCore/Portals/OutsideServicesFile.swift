import Glibc

/// The file DIR/services.yaml, for its owner alone: which outside services each portal uses, and with which secrets. It is no part of a portal's
/// definition, so that a definition can be shown to everybody.
package struct OutsideServicesFile: Sendable {
    private let path: String

    package init(data: String) {
        path = "\(data)/services.yaml"
    }

    /// The services of each portal, by its name in addresses; none when there is no file.
    ///
    /// - Parameter variable: the value of an environment variable, where a secret may stand instead.
    /// - Throws: `DefinitionError` with every mistake; `DefinitionRefusal` when others may read the file, or nobody can.
    package func read(variable: (String) -> String?) throws -> [String: OutsideServices] {
        guard access(path, F_OK) == 0 else { return [:] }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & 0o077 == 0 else {
            throw DefinitionRefusal(message: "\(path) peut être lu par d'autres comptes, et contient des secrets\u{A0}: chmod 600")
        }
        let bytes: [UInt8]
        do { bytes = try SourceFile.contents(of: path) } catch { throw DefinitionRefusal(message: "\(path) ne peut pas être lu") }
        return try OutsideServicesFile.services(yaml: bytes, file: path, variable: variable)
    }

    static func services(yaml bytes: [UInt8], file: String, variable: (String) -> String?) throws(DefinitionError) -> [String: OutsideServices] {
        let root: YAMLNode
        do {
            root = try YAMLNode(document: bytes)
        } catch {
            throw DefinitionError(file: file, issues: [DefinitionIssue(line: error.line, field: "", message: error.message)])
        }
        let issues = DefinitionIssues()
        var services: [String: OutsideServices] = [:]
        if case .mapping(let portals) = root.content {
            for portal in portals {
                if services[portal.key] != nil { issues.note(line: portal.line, field: portal.key, "ce portail est déjà écrit plus haut") }
                let fields = DefinitionFields(portal.value, path: portal.key, keys: OutsideServices.keys, issues: issues)
                services[portal.key] = fields.map { OutsideServices($0, variable) }
            }
        } else {
            issues.note(line: root.line, field: "", "il faut ici les noms des portails, comme «\u{A0}bondoufle:\u{A0}»")
        }
        guard issues.found.isEmpty else { throw DefinitionError(file: file, issues: issues.found.sorted { $0.line < $1.line }) }
        return services
    }
}

extension OutsideServices {
    static let keys = ["franceconnect", "api particulier"]

    fileprivate init(_ fields: DefinitionFields, _ variable: (String) -> String?) {
        self.init(identityProvider: OutsideServices.provider(fields, variable), particulier: OutsideServices.particulier(fields, variable))
    }

    private static func provider(_ fields: DefinitionFields, _ variable: (String) -> String?) -> IdentityProvider? {
        guard fields.has("franceconnect"),
            let provider = fields.mapping("franceconnect", keys: ["adresse", "client", "secret", "variable du secret"])
        else { return nil }
        let issuer = provider.required("adresse", .service)
        let client = provider.required("client", .secret)
        let secret = provider.secret("secret", orVariable: "variable du secret", variable)
        guard let issuer, let client, let secret else { return nil }
        return IdentityProvider(issuer: issuer, client: client, secret: secret)
    }

    private static func particulier(_ fields: DefinitionFields, _ variable: (String) -> String?) -> ParticulierAccess? {
        let keys = ["adresse", "siret", "jeton", "variable du jeton"]
        guard fields.has("api particulier"), let access = fields.mapping("api particulier", keys: keys) else { return nil }
        let address = access.required("adresse", .service)
        let recipient = access.required("siret", .siret)
        let token = access.secret("jeton", orVariable: "variable du jeton", variable)
        guard let address, let recipient, let token else { return nil }
        return ParticulierAccess(address: address, token: token, recipient: recipient)
    }
}

extension DefinitionFields {
    /// A secret that stands in the file, or in the environment variable that the file names.
    func secret(_ key: String, orVariable name: String, _ variable: (String) -> String?) -> String? {
        guard has(name) else { return required(key, .secret) }
        guard let word = required(name, .secret) else { return nil }
        if has(key) { note(name, "le secret est écrit deux fois\u{A0}: gardez l'une des deux clés") }
        guard let value = variable(word), !value.isEmpty else {
            note(name, "la variable d'environnement \(word) est vide")
            return nil
        }
        return value
    }
}

extension DefinitionFormat where Value == WebAddress {
    /// The address of another service.
    static var service: DefinitionFormat {
        DefinitionFormat(expected: "il faut une adresse qui commence par https://, sans # ni espace", WebAddress.init)
    }
}

extension DefinitionFormat where Value == String {
    /// Fourteen digits, with or without spaces.
    static var siret: DefinitionFormat {
        DefinitionFormat(expected: "il faut les 14 chiffres du SIRET de la collectivité") { text in
            let digits = text.filter { !$0.isWhitespace }
            return digits.utf8.count == 14 && digits.utf8.allSatisfy { (48...57).contains($0) } ? digits : nil
        }
    }

    /// Printable characters without spaces, as a key or a client's name has.
    static var secret: DefinitionFormat {
        DefinitionFormat { text throws(DefinitionRefusal) in
            // The value itself is not repeated: it may be a secret.
            guard text.utf8.count <= 4000, text.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else {
                throw DefinitionRefusal(message: "il faut des lettres, des chiffres et des signes, sans espace")
            }
            return text
        }
    }
}
