extension Migration {
    /// Certificates go through the antivirus as documents do. Those that are there already were let in without one.
    static let scannedCertificates = Migration(
        number: 55,
        name: "scanned certificates",
        statements: [
            "ALTER TABLE certificates ADD COLUMN is_scanned {int} NOT NULL DEFAULT 1",
            "ALTER TABLE certificates ADD COLUMN sending_key {text} NOT NULL DEFAULT ''",
            "CREATE INDEX certificates_by_scan ON certificates (is_scanned, id)",
        ]
    )
}
