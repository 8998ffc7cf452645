/// Opens what of the children's sheets matters at the gate and in the kitchen.
struct ChildAlertStore {
    private let transaction: any Transaction
    private let vault: Vault

    init(_ transaction: any Transaction, _ vault: Vault) {
        self.transaction = transaction
        self.vault = vault
    }

    /// For each child of a list that has some: "Allergies : arachide. PAI : stylo dans le sac."
    func alerts(of unit: Identifier<BookableUnit>, on date: CivilDate) throws -> [Identifier<Child>: String] {
        let children: Set<Identifier<Child>> = try Set(
            transaction.query(
                """
                SELECT s.child_id FROM child_sheets s WHERE s.field IN ('allergies', 'pai-consignes') AND s.child_id IN (
                    SELECT child_id FROM bookings WHERE unit_id = $1 AND day = $2
                    UNION SELECT child_id FROM attendance WHERE unit_id = $1 AND day = $2
                    UNION SELECT k.child_id FROM units u JOIN care_contracts k ON k.activity_id = u.activity_id
                        WHERE u.id = $1 AND k.first_day <= $2 AND (k.last_day IS NULL OR k.last_day >= $2)
                )
                """,
                unit,
                date
            ) { try $0[0] }
        )
        var alerts: [Identifier<Child>: String] = [:]
        for child in children {
            let sheet = try ChildSheetStore(transaction, vault).sheet(of: child)
            let words = [("Allergies", SheetField.allergies), ("PAI", .carePlanDetails)].compactMap { title, field in
                sheet.french(field).map { "\(title)\u{A0}: \($0)" }
            }
            if !words.isEmpty { alerts[child] = words.joined(separator: " · ") }
        }
        return alerts
    }

    /// What the children expected over a span of days, or who came, do not eat; those who eat everything left out.
    func excludedFoods(over days: ClosedRange<CivilDate>) throws -> [Identifier<Child>: String] {
        let children: [Identifier<Child>] = try transaction.query(
            """
            SELECT s.child_id FROM child_sheets s WHERE s.field = 'aliments' AND (
                EXISTS (SELECT 1 FROM bookings b WHERE b.child_id = s.child_id AND b.day BETWEEN $1 AND $2)
                OR EXISTS (SELECT 1 FROM attendance a WHERE a.child_id = s.child_id AND a.day BETWEEN $1 AND $2))
            """,
            days.lowerBound,
            days.upperBound
        ) { try $0[0] }
        var foods: [Identifier<Child>: String] = [:]
        for child in children {
            foods[child] = try ChildSheetStore(transaction, vault).sheet(of: child).french(.excludedFoods)
        }
        return foods
    }
}
