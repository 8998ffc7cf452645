import CPostgreSQL

/// Where a portal's schema is, and how to get in: a libpq URI with two words of our own among its parameters.
///
///     postgresql://portail:secret@db.exemple.fr/portail?sslmode=verify-full&schema=portail_bondoufle&connections=16
///
/// `schema` is the portal's own, `connections` the most that one process opens for it.
package struct PostgreSQLAddress: Hashable, Sendable {
    /// What libpq understands, the password included: never to be printed.
    let uri: String
    package let schema: String
    let connections: Int
    /// The most writes that run at once: half of the connections are left to those who read.
    package var writers: Int { max(1, connections / 2) }
    private let server: String

    /// Reads an address.
    ///
    /// - Parameter defaultSchema: where the portal is when the text names no schema.
    /// - Throws: `DatabaseError.other` with a French sentence that quotes no secret.
    package init(_ text: String, defaultSchema: String) throws(DatabaseError) {
        guard text.hasPrefix("postgresql://") || text.hasPrefix("postgres://") else {
            throw .other("une adresse PostgreSQL commence par postgresql://")
        }
        let parts = text.split(separator: "?", maxSplits: 1).map(String.init)
        var parameters = parts.count < 2 ? [] : parts[1].split(separator: "&").map(String.init)
        schema = PostgreSQLAddress.take("schema", from: &parameters) ?? defaultSchema
        guard PostgreSQLAddress.isSchema(schema) else {
            throw .other("le schéma s'écrit en minuscules, chiffres et _, 63 au plus, sans commencer par un chiffre ni par pg_")
        }
        let limit = PostgreSQLAddress.take("connections", from: &parameters)
        guard let limit = Int(limit ?? "16"), (2...200).contains(limit) else { throw .other("connections attend un nombre entre 2 et 200") }
        connections = limit
        uri = parameters.isEmpty ? parts[0] : "\(parts[0])?\(parameters.joined(separator: "&"))"
        server = try PostgreSQLAddress.server(of: uri)
    }

    /// The schema of a portal whose address names none: "portail_gevrey_nuits".
    package static func schema(of slug: String) -> String { "portail_" + slug.replacing("-", with: "_") }

    /// The same place with its schema and nothing secret, for people.
    package var summary: String { "\(server), schéma \(schema)" }

    /// The address as a configuration file keeps it.
    package var text: String {
        "\(uri)\(uri.contains("?") ? "&" : "?")schema=\(schema)\(connections == 16 ? "" : "&connections=\(connections)")"
    }

    private static func take(_ name: String, from parameters: inout [String]) -> String? {
        guard let index = parameters.firstIndex(where: { $0.hasPrefix("\(name)=") }) else { return nil }
        return String(parameters.remove(at: index).dropFirst(name.count + 1))
    }

    private static func isSchema(_ name: String) -> Bool {
        let bytes = name.utf8
        guard (1...63).contains(bytes.count), !name.hasPrefix("pg_"), !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes.first ?? 0) else {
            return false
        }
        return bytes.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "_")
        }
    }

    /// "PostgreSQL db.exemple.fr/portail": host and database as libpq reads them.
    private static func server(of uri: String) throws(DatabaseError) -> String {
        guard let options = PQconninfoParse(uri, nil) else { throw .other("cette adresse PostgreSQL est illisible") }
        defer { PQconninfoFree(options) }
        var values: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { values[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        let host = values["host"] ?? values["hostaddr"] ?? "local"
        return "PostgreSQL \(host)\(values["port"].map { ":\($0)" } ?? "")/\(values["dbname"] ?? "")"
    }
}
