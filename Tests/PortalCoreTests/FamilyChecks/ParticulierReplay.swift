import Synchronization

@testable import PortalCore

/// Answers as API Particulier's staging environment does, from the files of its repository: the question must be the file's, to the letter.
final class ParticulierReplay: RemoteExchange {
    struct Case: Sendable, CustomStringConvertible {
        let description: String
        /// Each parameter of the question but the month of the quotient, which this portal does not choose.
        let parameters: [String]
        let identity: AllocataireIdentity?
        let status: Int
        let body: [UInt8]
    }

    static let token = "eyJ-the-token"
    static let recipient = "21910086400011"
    private let wanted: Case
    let asked = Mutex<[RemoteRequest]>([])

    init(_ wanted: Case) {
        self.wanted = wanted
    }

    func answer(to request: RemoteRequest) async throws(RemoteFailure) -> RemoteAnswer {
        asked.withLock { $0.append(request) }
        let parts = request.address.split(separator: "?", maxSplits: 1)
        let query = parts.count == 2 ? parts[1].split(separator: "&").map(ParticulierReplay.decoded).sorted() : []
        let isRight =
            parts[0].hasSuffix("/v3/dss/quotient_familial/identite")
            && request.headers.contains(.init(name: "Authorization", value: "Bearer \(ParticulierReplay.token)"))
            && query == (wanted.parameters + ["recipient=\(ParticulierReplay.recipient)"]).sorted()
        guard isRight else { return RemoteAnswer(status: 400, contentType: "application/json", body: Array("{}".utf8)) }
        return RemoteAnswer(status: wanted.status, contentType: "application/json; charset=utf-8", body: wanted.body)
    }

    /// Every file of a folder of Tests/Payloads/api-particulier.
    static func cases(in folder: String) throws -> [Case] {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        let path = "\(root)/Payloads/api-particulier/\(folder)"
        return try Folder.names(in: path).filter { $0.hasSuffix("ml") }.sorted().map { name in
            try Case("\(folder)/\(name)", YAMLNode(document: SourceFile.contents(of: "\(path)/\(name)")))
        }
    }

    private static func decoded(_ item: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(item.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension ParticulierReplay.Case {
    fileprivate init(_ name: String, _ document: YAMLNode) throws {
        func entry(_ node: YAMLNode?, _ key: String) -> YAMLNode? {
            guard case .mapping(let entries)? = node?.content else { return nil }
            return entries.first { $0.key == key }?.value
        }
        func text(_ node: YAMLNode?) -> String? {
            guard case .scalar(let text)? = node?.content else { return nil }
            return text
        }
        let params = entry(document, "params")
        var parameters: [String] = []
        var firstNames: [String] = []
        if case .mapping(let entries)? = params?.content {
            for entry in entries where !["annee", "mois"].contains(entry.key) {
                if case .sequence(let names) = entry.value.content {
                    firstNames = names.compactMap(text)
                    parameters += firstNames.map { "\(entry.key)[]=\($0)" }
                } else {
                    parameters.append("\(entry.key)=\(text(entry.value) ?? "")")
                }
            }
        }
        description = name
        self.parameters = parameters
        status = Int(text(entry(document, "status")) ?? "") ?? 0
        body = Array((text(entry(document, "payload")) ?? "").utf8)
        func number(_ key: String) -> Int? { text(entry(params, key)).flatMap { Int($0) } }
        let place: AllocataireIdentity.BirthPlace? =
            if let code = text(entry(params, "codeCogInseeCommuneNaissance")) {
                .commune(code: code)
            } else if let commune = text(entry(params, "nomCommuneNaissance")) {
                .named(commune: commune, department: text(entry(params, "codeCogInseeDepartementNaissance")) ?? "")
            } else {
                text(entry(params, "codeCogInseePaysNaissance")).map { .abroad(country: $0) }
            }
        identity = number("anneeDateNaissance").flatMap { year in
            place.map { place in
                AllocataireIdentity(
                    birthName: text(entry(params, "nomNaissance")) ?? "",
                    usedName: text(entry(params, "nomUsage")),
                    firstNames: firstNames,
                    title: text(entry(params, "sexeEtatCivil")) == "F" ? .madame : .monsieur,
                    birthYear: year,
                    birthMonth: number("moisDateNaissance"),
                    birthDay: number("jourDateNaissance"),
                    birthPlace: place
                )
            }
        }
    }
}
