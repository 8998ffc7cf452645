/// One end of a copy: a database on which nobody else works meanwhile.
protocol CopySide: AnyObject {
    /// Every table but the one that counts migrations.
    func tables() throws(DatabaseError) -> [CopyTable]

    /// The digests of the migrations that it has had, by number.
    func appliedMigrations() throws(DatabaseError) -> [Int: String]

    /// Hands over every row of a table in the order of its key, without holding them all.
    func readRows(of table: CopyTable, _ row: ([DatabaseValue]) throws(DatabaseError) -> Void) throws(DatabaseError)

    /// Takes rows for a table, as many as the source hands to `write`, and makes them durable.
    func writeRows(of table: CopyTable, _ source: (_ write: ([DatabaseValue]) throws(DatabaseError) -> Void) throws(DatabaseError) -> Void)
        throws(DatabaseError)

    /// Sets what numbers new rows beyond the highest that is there, and makes the copy ready for use.
    func finish(_ tables: [CopyTable]) throws(DatabaseError)
}

extension CopySide {
    func checksum(of table: CopyTable) throws(DatabaseError) -> TableChecksum {
        var sum = TableChecksum()
        try readRows(of: table) { (values) throws(DatabaseError) in sum.add(values) }
        return sum.finished()
    }
}

/// Copies a portal's tables from one database to another, and compares what has arrived.
struct DatabaseCopy {
    let source: any CopySide
    let target: any CopySide
    /// Told of each table once its copy has been read back and found the same.
    let onTable: (String, TableChecksum) -> Void

    /// - Throws: `DatabaseError.other` when the schemas differ or a table has not arrived as it was.
    func run() throws(DatabaseError) {
        let tables = try source.tables().inOrderOfReferences()
        guard try tables.map(\.described).sorted() == target.tables().map(\.described).sorted() else {
            throw .other("the two schemas do not have the same tables")
        }
        var sums: [TableChecksum] = []
        for table in tables {
            var sum = TableChecksum()
            try target.writeRows(of: table) { (write) throws(DatabaseError) in
                try source.readRows(of: table) { (values) throws(DatabaseError) in
                    sum.add(values)
                    try write(values)
                }
            }
            sums.append(sum.finished())
        }
        try target.finish(tables)
        for (table, sum) in zip(tables, sums) {
            guard try target.checksum(of: table) == sum else { throw .other("table \(table.name) did not arrive as it was") }
            onTable(table.name, sum)
        }
    }
}

extension CopyTable {
    fileprivate var described: String { "\(name)(\(columns.sorted().joined(separator: ", ")))" }
}
