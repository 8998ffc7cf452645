extension Attribute where Tag: CellTag {
    static func colspan(_ columns: Int) -> Attribute { Attribute("colspan", columns) }
    static func rowspan(_ rows: Int) -> Attribute { Attribute("rowspan", rows) }
}

extension Attribute where Tag == Tags.th {
    static func scope(_ scope: HeaderScope) -> Attribute { Attribute("scope", scope.rawValue) }
}

/// Which cells a table header speaks for.
enum HeaderScope: String {
    case column = "col"
    case row
    case rowGroup = "rowgroup"
}

extension Attribute where Tag == Tags.time {
    /// A machine-readable day, instant or time: "2026-11-04".
    static func datetime(_ text: String) -> Attribute { Attribute("datetime", text) }
}

extension Attribute where Tag == Tags.details {
    static func open(_ isOpen: Bool) -> Attribute { Attribute("open", isPresent: isOpen) }
}

extension Attribute where Tag == Tags.ol {
    static func start(_ number: Int) -> Attribute { Attribute("start", number) }
}

extension Attribute where Tag == Tags.meta {
    static func name(_ name: String) -> Attribute { Attribute("name", name) }
    static func content(_ text: String) -> Attribute { Attribute("content", text) }
}
