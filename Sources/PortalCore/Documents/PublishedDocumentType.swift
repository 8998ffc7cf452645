/// A type of pièce justificative as administrators see it: where it comes from, and whether families are asked for it.
package struct PublishedDocumentType: Hashable, Sendable {
    package let type: DocumentType
    package let origin: Origin
    package let isRetired: Bool
    /// When an administrator last published it, and who; nil for one that is as the definition says.
    package let publication: Publication?

    package enum Origin: Hashable, Sendable {
        /// As the definition file says.
        case definition
        /// Changed here: the definition file says something else.
        case changed
        /// Added here.
        case added
    }

    package struct Publication: Hashable, Sendable {
        package let at: Instant
        package let by: String
    }
}

extension [PublishedDocumentType] {
    /// The definition's types under what administrators have published, and those that they have added, in that order.
    init(_ defined: [DocumentType], under published: [(type: DocumentType, isRetired: Bool, publication: PublishedDocumentType.Publication)]) {
        let changes = Dictionary(published.map { ($0.type.code, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Set(defined.map(\.code))
        self = defined.map { type in
            guard let change = changes[type.code] else { return Element(type: type, origin: .definition, isRetired: false, publication: nil) }
            return Element(type: change.type, origin: .changed, isRetired: change.isRetired, publication: change.publication)
        }
        self += published.filter { !known.contains($0.type.code) }.map {
            Element(type: $0.type, origin: .added, isRetired: $0.isRetired, publication: $0.publication)
        }
    }
}
