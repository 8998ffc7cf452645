/// A value that another service sent as JSON (RFC 8259).
package enum JSONValue: Hashable, Sendable {
    case null
    case flag(Bool)
    /// A number without fraction or exponent.
    case whole(Int64)
    case fraction(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])
}

extension JSONValue {
    /// A member of an object; nil when it is not there, or this is no object.
    package subscript(_ name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    package var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    package var whole: Int64? {
        guard case .whole(let number) = self else { return nil }
        return number
    }

    package var list: [JSONValue]? {
        guard case .list(let items) = self else { return nil }
        return items
    }
}
