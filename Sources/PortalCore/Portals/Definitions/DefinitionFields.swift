/// One mapping of a definition file being read. It hands out the fields, and notes what is missing, wrong or unknown.
///
/// A field that could not be read is nil and has left an issue: the reader goes on and finds the next mistake.
struct DefinitionFields {
    /// Where the mapping starts.
    let line: Int
    private let path: String
    private let entries: [String: YAMLNode.Entry]
    private let issues: DefinitionIssues

    /// nil, with an issue, when the node is no mapping.
    init?(_ node: YAMLNode, path: String, keys: [String], issues: DefinitionIssues) {
        guard case .mapping(let list) = node.content else {
            issues.note(line: node.line, field: path, "il faut ici des clés, comme \(quoted("nom: valeur"))")
            return nil
        }
        var entries: [String: YAMLNode.Entry] = [:]
        for entry in list {
            let field = DefinitionFields.join(path, entry.key)
            if !keys.contains(entry.key) {
                issues.note(line: entry.line, field: field, "clé inconnue\u{A0}; les clés possibles sont\u{A0}: \(keys.joined(separator: ", "))")
            } else if let first = entries.updateValue(entry, forKey: entry.key) {
                issues.note(line: entry.line, field: field, "clé déjà écrite ligne \(first.line)")
            }
        }
        line = node.line
        self.path = path
        self.entries = entries
        self.issues = issues
    }

    /// The value of a key that must be there.
    func required<Value>(_ key: String, _ format: DefinitionFormat<Value>) -> Value? {
        entry(key).flatMap { read($0, format) }
    }

    /// The value of a key that may be left out.
    func optional<Value>(_ key: String, _ format: DefinitionFormat<Value>) -> Value? {
        entries[key].flatMap { read($0, format) }
    }

    /// The mapping under a key that must be there.
    func mapping(_ key: String, keys: [String]) -> DefinitionFields? {
        entry(key).flatMap { DefinitionFields($0.value, path: name(of: key), keys: keys, issues: issues) }
    }

    /// Each item of the list under a key; none, without an issue, when the key is left out.
    func items<Item>(_ key: String, _ read: (DefinitionItem) -> Item?) -> [Item] { list(key).compactMap(read) }

    /// Each item of a list that must be there and hold at least one.
    func required<Item>(_ key: String, items read: (DefinitionItem) -> Item?) -> [Item] {
        guard let entry = entry(key) else { return [] }
        if case .sequence(let nodes) = entry.value.content, nodes.isEmpty { note(key, "cette liste est vide") }
        return items(key, read)
    }

    /// Complains about each item whose "code" an earlier one of the list has.
    func refuseDuplicateCodes(in key: String) {
        guard isList(key) else { return }
        var seen: Set<String> = []
        for item in list(key) {
            guard let code = item.entry("code"), case .scalar(let text) = code.node.content, !seen.insert(text).inserted else { continue }
            code.note("le code \(quoted(text)) est déjà pris dans cette liste")
        }
    }

    private func list(_ key: String) -> [DefinitionItem] {
        guard let entry = entries[key] else { return [] }
        guard case .sequence(let nodes) = entry.value.content else {
            note(key, "il faut ici une liste (un \(quoted("-")) devant chaque élément)")
            return []
        }
        return nodes.enumerated().map { DefinitionItem(node: $1, path: "\(name(of: key))[\($0 + 1)]", issues: issues) }
    }

    /// The entries of the mapping under a key, in the order of the file; each is read as an item.
    func members<Item>(_ key: String, keys: [String], _ read: (String, DefinitionItem) -> Item?) -> [Item] {
        guard let entry = entries[key], DefinitionFields(entry.value, path: name(of: key), keys: keys, issues: issues) != nil,
            case .mapping(let list) = entry.value.content
        else { return [] }
        return list.filter { keys.contains($0.key) }.compactMap { member in
            read(member.key, DefinitionItem(node: member.value, path: DefinitionFields.join(name(of: key), member.key), issues: issues))
        }
    }

    /// Whether the file writes this key at all.
    func has(_ key: String) -> Bool { entries[key] != nil }

    /// Whether the file writes this key as a list.
    func isList(_ key: String) -> Bool {
        guard case .sequence? = entries[key]?.value.content else { return false }
        return true
    }

    /// Complains about a key's value, or about the mapping when the key is not there.
    func note(_ key: String, _ message: String) {
        issues.note(line: entries[key]?.value.line ?? line, field: name(of: key), message)
    }

    private func entry(_ key: String) -> YAMLNode.Entry? {
        if entries[key] == nil { note(key, "cette clé manque") }
        return entries[key]
    }

    private func read<Value>(_ entry: YAMLNode.Entry, _ format: DefinitionFormat<Value>) -> Value? {
        DefinitionItem(node: entry.value, path: name(of: entry.key), issues: issues).value(format)
    }

    private func name(of key: String) -> String { DefinitionFields.join(path, key) }

    static func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}
