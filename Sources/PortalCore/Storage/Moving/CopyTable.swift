/// A table as a copy sees it, the same in both engines.
struct CopyTable: Hashable, Sendable {
    let name: String
    let columns: [String]
    /// The primary key's columns, in its order: rows are read along it, so that both engines give them in the same order.
    let key: [String]
    /// The tables that its rows point to.
    let references: Set<String>

    /// "SELECT child_id, day FROM bookings ORDER BY child_id, day". Names come from the engine's own catalogue.
    var selection: String { "SELECT \(list(columns)) FROM \(quoted(name)) ORDER BY \(list(key))" }

    var columnList: String { list(columns) }
    var quotedName: String { quoted(name) }

    private func list(_ names: [String]) -> String { names.map(quoted).joined(separator: ", ") }
    private func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }
}

extension [CopyTable] {
    /// Each table after those that it points to.
    ///
    /// - Throws: `DatabaseError.other` when tables point to each other in a circle.
    func inOrderOfReferences() throws(DatabaseError) -> [CopyTable] {
        var left = sorted { $0.name < $1.name }
        var done: Set<String> = []
        var ordered: [CopyTable] = []
        while !left.isEmpty {
            guard let index = left.firstIndex(where: { $0.references.subtracting([$0.name]).isSubset(of: done) }) else {
                throw .other("tables in a circle: \(left.map(\.name))")
            }
            let table = left.remove(at: index)
            done.insert(table.name)
            ordered.append(table)
        }
        return ordered
    }
}
