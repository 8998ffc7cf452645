/// Whom a document is about.
package enum DocumentSubject: Hashable, Sendable {
    case household(Identifier<Household>)
    case child(Identifier<Child>)
    case adult(Identifier<Adult>)

    package var scope: DocumentScope {
        switch self {
        case .household: .household
        case .child: .child
        case .adult: .adult
        }
    }

    /// "enfant-12", as addresses write it.
    package var text: String {
        switch self {
        case .household(let id): "foyer-\(id.rawValue)"
        case .child(let id): "enfant-\(id.rawValue)"
        case .adult(let id): "adulte-\(id.rawValue)"
        }
    }

    package init?(text: some StringProtocol) {
        let parts = text.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, let scope = DocumentScope(rawValue: String(parts[0])), let number = Identifier<Nothing>(text: parts[1])?.rawValue
        else { return nil }
        switch scope {
        case .household: self = .household(Identifier(number))
        case .child: self = .child(Identifier(number))
        case .adult: self = .adult(Identifier(number))
        }
    }

    package var child: Identifier<Child>? { if case .child(let id) = self { id } else { nil } }
    package var adult: Identifier<Adult>? { if case .adult(let id) = self { id } else { nil } }
}

/// What a number in an address counts before anybody knows.
private enum Nothing {}
