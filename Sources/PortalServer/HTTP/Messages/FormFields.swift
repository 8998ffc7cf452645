/// The names and values of a form or of a query, in the order of the page; a name may stand several times.
struct FormFields: Sendable {
    private(set) var pairs: [(name: String, value: String)]

    init(_ pairs: [(name: String, value: String)] = []) {
        self.pairs = pairs
    }

    /// The first value under that name.
    subscript(_ name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// All values under that name: the checked boxes of a group.
    func all(_ name: String) -> [String] { pairs.compactMap { $0.name == name ? $0.value : nil } }

    /// The names, each once, in order.
    var names: [String] {
        var seen = Set<String>()
        return pairs.compactMap { seen.insert($0.name).inserted ? $0.name : nil }
    }

    var isEmpty: Bool { pairs.isEmpty }

    mutating func append(name: String, value: String) { pairs.append((name: name, value: value)) }
}

extension FormFields: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, String)...) {
        self.init(elements.map { (name: $0.0, value: $0.1) })
    }
}

extension FormFields: Equatable {
    static func == (left: FormFields, right: FormFields) -> Bool { left.pairs.elementsEqual(right.pairs, by: ==) }
}
