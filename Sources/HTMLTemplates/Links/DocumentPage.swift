package import PortalCore

/// The parents' pages about pièces justificatives.
package enum DocumentPage: PortalPage {
    /// What is asked, and where it stands.
    case list
    /// One of them, by its type and whom it is about; posted to, sends files.
    case ask(String, DocumentSubject)
    /// A file that was sent.
    case file(Identifier<SupportingDocument>, Identifier<DocumentFile>)
    /// Takes back what is not judged yet: posted to.
    case withdrawal(Identifier<SupportingDocument>)

    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.first == "pieces" else { return nil }
        switch Array(parts.dropFirst()) {
        case []: self = .list
        case let parts where parts.count == 3 && parts[0] == "demande":
            guard let subject = DocumentSubject(text: parts[2]) else { return nil }
            self = .ask(parts[1], subject)
        case let parts where parts.count == 2 && parts[1] == "retrait":
            guard let document = Identifier<SupportingDocument>(text: parts[0]) else { return nil }
            self = .withdrawal(document)
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
        case .list: PageAddress("pieces")
        case .ask(let code, let subject): PageAddress("pieces", "demande", code, subject.text)
        case .file(let document, let file): PageAddress("pieces", String(document.rawValue), "fichiers", String(file.rawValue))
        case .withdrawal(let document): PageAddress("pieces", String(document.rawValue), "retrait")
        }
    }

    package static let examples: [DocumentPage] = [
        .list, .ask("assurance", .child(Identifier(1))), .file(Identifier(1), Identifier(1)), .withdrawal(Identifier(1)),
    ]
}
