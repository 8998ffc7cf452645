/// A portal's schema as a whole.
package enum PostgreSQLSchema {
    /// Deletes a schema with everything in it.
    package static func remove(_ address: PostgreSQLAddress) throws(DatabaseError) {
        try PostgreSQLConnection(address).run(script: "DROP SCHEMA IF EXISTS \(address.schema) CASCADE")
    }
}
