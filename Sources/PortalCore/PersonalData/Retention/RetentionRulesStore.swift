/// Reads and writes how long a town keeps things.
struct RetentionRulesStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func rules() throws -> RetentionRules {
        let rows = try transaction.query("SELECT kind, months FROM retention_rules") { (try $0[0] as RetentionRules.Kind, try $0[1] as Int) }
        return RetentionRules(Dictionary(rows, uniquingKeysWith: { first, _ in first }))
    }

    func replace(with rules: RetentionRules) throws {
        try transaction.execute("DELETE FROM retention_rules")
        for rule in rules.chosen { try transaction.execute("INSERT INTO retention_rules (kind, months) VALUES ($1, $2)", rule.kind, rule.months) }
    }
}
