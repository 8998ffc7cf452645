import PortalCore

/// Children's sheets as the parents of two families in three have filled them in.
struct DemoSheets {
    let transaction: any Transaction
    let vault: Vault

    func insert(of child: Identifier<Child>, in homes: [Identifier<Household>], _ plan: DemoPlan) throws {
        guard plan.number % 3 != 2, let home = homes.first, let account = try AccountStore(transaction).accounts(in: home).first?.id else { return }
        let store = ChildSheetStore(transaction, vault)
        for (field, value) in values(plan) where !value.isEmpty { try store.put(value, in: field, of: child, by: account, at: plan.joinedAt) }
    }

    private func values(_ plan: DemoPlan) -> [(SheetField, String)] {
        let today = ParisTime.date(plan.logIns.last ?? plan.joinedAt)
        let isAllergic = plan.number % 4 == 0
        return [
            (.doctor, "Dr Claire Aubert"), (.doctorPhone, "+33639981000"),
            (.allergies, isAllergic ? "Arachide\u{A0}: aucun contact. La trousse d'urgence est dans le cartable." : ""),
            (.excludedFoods, isAllergic ? "arachide fruits-a-coque" : plan.number % 5 == 1 ? "porc" : ""),
            (.carePlan, isAllergic ? "oui" : ""),
            (.carePlanDetails, isAllergic ? "En cas de gonflement ou de gêne pour respirer\u{A0}: stylo d'adrénaline, puis le 15." : ""),
            (.carePlanEnd, isAllergic ? today.adding(days: 240).iso : ""),
            (.tetanusDone, today.adding(days: -900).iso), (.tetanusDue, today.adding(days: plan.number % 6 == 1 ? -20 : 700).iso),
            (.hospital, "oui"), (.photographs, plan.number % 2 == 0 ? "oui" : ""), (.bathing, "oui"), (.transport, "oui"),
            (.insurer, "Mutuelle des familles"), (.insurancePolicy, "MF-2026-\(1000 + plan.number)"), (.insuranceEnd, today.adding(days: 300).iso),
        ]
    }
}
