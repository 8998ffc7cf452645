/// One value of a definition file with the path of keys that leads to it.
struct DefinitionItem {
    let node: YAMLNode
    let path: String
    let issues: DefinitionIssues

    /// The mapping that the item is.
    func fields(_ keys: [String]) -> DefinitionFields? { DefinitionFields(node, path: path, keys: keys, issues: issues) }

    /// The value under one of its keys, whatever the others are; nil when it is no mapping or has no such key.
    func entry(_ key: String) -> DefinitionItem? {
        guard case .mapping(let entries) = node.content, let entry = entries.first(where: { $0.key == key }) else { return nil }
        return DefinitionItem(node: entry.value, path: DefinitionFields.join(path, key), issues: issues)
    }

    /// The scalar that the item is, read by its format.
    func value<Value>(_ format: DefinitionFormat<Value>) -> Value? {
        guard case .scalar(let text) = node.content else {
            note("il faut ici une seule valeur")
            return nil
        }
        let trimmed = DefinitionProse.trimmed(text)
        guard !trimmed.isEmpty else {
            note("la valeur est vide (une valeur qui commence par # s'écrit entre guillemets)")
            return nil
        }
        do {
            return try format.read(trimmed)
        } catch {
            note(error.message)
            return nil
        }
    }

    func note(_ message: String) { issues.note(line: node.line, field: path, message) }
}
