import PortalCore
import Testing

struct PostgreSQLAddressTests {
    @Test func `an address keeps what libpq needs and tells no secret`() throws {
        let cases = [
            ("postgresql://portail:secret@db.exemple.fr/portails", "portail_a_b", "PostgreSQL db.exemple.fr/portails, schéma portail_a_b"),
            ("postgres://x@h:5433/b?schema=ville&sslmode=require", "ville", "PostgreSQL h:5433/b, schéma ville"),
            ("postgresql://x@/b?host=/run/postgresql&connections=4&schema=v2", "v2", "PostgreSQL /run/postgresql/b, schéma v2"),
        ]
        for (text, schema, summary) in cases {
            let address = try PostgreSQLAddress(text, defaultSchema: PostgreSQLAddress.schema(of: "a-b"))
            #expect(address.schema == schema)
            #expect(address.summary == summary)
            #expect(!address.summary.contains("secret"))
            // What the configuration file keeps is read as the same address.
            #expect(try PostgreSQLAddress(address.text, defaultSchema: "autre") == address)
        }
    }

    @Test func `what is no address is refused with a sentence that quotes nothing`() throws {
        let wrong = [
            "", "sqlite", "mysql://secret@h/b", "postgresql://h/b?schema=A", "postgresql://h/b?schema=pg_x", "postgresql://h/b?schema=1a",
            "postgresql://h/b?schema=a%22b", "postgresql://h/b?schema=", "postgresql://h/b?connections=1", "postgresql://h/b?connections=secret",
            "postgresql://h/b?inconnu=secret",
        ]
        for text in wrong {
            let error = #expect(throws: DatabaseError.self, "\(text)") { try PostgreSQLAddress(text, defaultSchema: "essai") }
            #expect(error.map { !"\($0)".contains("secret") } == true)
        }
    }
}
