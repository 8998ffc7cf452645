package import PortalCore

/// The staff's pages about pièces justificatives.
package enum DocumentDeskPage: PortalPage {
    /// Those to check, of all types or of one.
    case inbox(type: String?)
    /// One of them; posted to, judges it.
    case document(Identifier<SupportingDocument>)
    /// One of its files.
    case file(Identifier<SupportingDocument>, Identifier<DocumentFile>)
    /// The families that have not sent what is asked; posted to, writes to them.
    case missing(type: String?)
    /// Notes what a family has shown on paper.
    case paper(Identifier<Household>, String, DocumentSubject)
    /// The types that the town asks for.
    case types
    /// The form of a type that is added; posted to, publishes it.
    case newType
    /// The form of a type; posted to, publishes it.
    case type(String)
    /// Posted to when a type is retired, asked for again, or given back to the definition.
    case typeState(String)

    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.count >= 2, parts[0] == "agents", parts[1] == "pieces" else { return nil }
        switch Array(parts.dropFirst(2)) {
        case []: self = .inbox(type: address["type"])
        case ["manquantes"]: self = .missing(type: address["type"])
        case ["types"]: self = .types
        case ["ajout"]: self = .newType
        case let parts where parts.count == 2 && parts[0] == "types": self = .type(parts[1])
        case let parts where parts.count == 3 && parts[0] == "types" && parts[2] == "etat": self = .typeState(parts[1])
        case let parts where parts.count == 4 && parts[0] == "papier":
            guard let household = Identifier<Household>(text: parts[1]), let subject = DocumentSubject(text: parts[3]) else { return nil }
            self = .paper(household, parts[2], subject)
        case let parts where parts.count == 1:
            guard let document = Identifier<SupportingDocument>(text: parts[0]) else { return nil }
            self = .document(document)
        case let parts where parts.count == 3 && parts[1] == "fichiers":
            guard let document = Identifier<SupportingDocument>(text: parts[0]), let file = Identifier<DocumentFile>(text: parts[2]) else {
                return nil
            }
            self = .file(document, file)
        default: return nil
        }
    }

    package var address: PageAddress {
        switch self {
        case .inbox(let type): PageAddress("agents", "pieces", query: type.map { [QueryItem("type", $0)] } ?? [])
        case .document(let document): PageAddress("agents", "pieces", String(document.rawValue))
        case .file(let document, let file): PageAddress("agents", "pieces", String(document.rawValue), "fichiers", String(file.rawValue))
        case .missing(let type): PageAddress("agents", "pieces", "manquantes", query: type.map { [QueryItem("type", $0)] } ?? [])
        case .paper(let household, let code, let subject):
            PageAddress("agents", "pieces", "papier", String(household.rawValue), code, subject.text)
        case .types: PageAddress("agents", "pieces", "types")
        case .newType: PageAddress("agents", "pieces", "ajout")
        case .type(let code): PageAddress("agents", "pieces", "types", code)
        case .typeState(let code): PageAddress("agents", "pieces", "types", code, "etat")
        }
    }

    package static let examples: [DocumentDeskPage] = [
        .inbox(type: nil), .inbox(type: "assurance"), .document(Identifier(1)), .file(Identifier(1), Identifier(1)), .missing(type: nil),
        .missing(type: "assurance"), .paper(Identifier(1), "assurance", .child(Identifier(1))), .types, .newType, .type("assurance"),
        .typeState("assurance"),
    ]
}
