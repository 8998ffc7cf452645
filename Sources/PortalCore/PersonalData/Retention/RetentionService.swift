/// Erases what the town's rules no longer let it keep. Nothing goes by itself: a member of the staff looks at what is due and confirms.
package struct RetentionService: Sendable {
    /// At most so many people in one go, so that one press never holds the portal up.
    private static let mostAtOnce = 500

    private let portal: Portal

    package init(_ portal: Portal) {
        self.portal = portal
    }

    package func rules() throws -> RetentionRules { try portal.database.read { try RetentionRulesStore($0).rules() } }

    /// What would go now, at most 500 of each kind.
    package func due() throws -> DueErasures {
        let now = portal.clock.now
        return try portal.database.read { try Self.due(in: $0, at: now) }
    }

    /// Erases what is due, person by person, each in a transaction of its own with its line in the journal.
    package func apply(by member: Identifier<StaffMember>) async throws -> DueErasures {
        let now = portal.clock.now
        let (actor, vault) = (Actor.staff(member), portal.vault)
        let due = try due()
        for child in due.health {
            try await portal.database.write { transaction in
                try transaction.lock("child:\(child.rawValue)")
                try ChildErasing(transaction).eraseHealth(of: child)
                try AuditLog.record(in: transaction, by: actor, .healthErased, on: child, at: now)
            }
        }
        for adult in due.adults {
            try await portal.database.write { try PersonErasing($0, vault, actor, now).erase(adult) }
        }
        for family in due.families {
            try await portal.database.write { try PersonErasing($0, vault, actor, now).erase(family.household) }
        }
        if due.messages > 0 {
            try await portal.database.write { transaction in
                let rules = try RetentionRulesStore(transaction).rules()
                try ErasedMessageStore(transaction).erase(before: Self.start(of: .messages, rules, now))
                let detail = "\(due.messages) courriels"
                try AuditLog.record(in: transaction, by: actor, .messagesErased, on: member, detail: detail, at: now)
            }
        }
        return due
    }

    /// What is kept of somebody who asks to be forgotten, why, and until when.
    package func kept(of account: Identifier<Account>) throws -> [KeptData] {
        let today = ParisTime.date(portal.clock.now)
        return try portal.database.read { transaction in
            let rules = try RetentionRulesStore(transaction).rules()
            let due = DueErasureStore(transaction)
            var kept: [KeptData] = []
            if let last = try due.lastChargedDay(of: account) {
                let end = last.adding(months: rules[.charged])
                let why = "\(rules.french(.charged)) après le dernier jour facturé, le \(last.frenchNumeric)"
                if end > today { kept.append(KeptData("Nom et prénom, adresse", why, until: end)) }
            }
            let names = try due.otherAdults(besides: account)
            if !names.isEmpty {
                kept.append(KeptData("Le dossier des enfants et du foyer", "il sert aussi à \(names.joined(separator: ", "))"))
            }
            kept.append(KeptData("Réservations, présences et montants", "comptabilité de la collectivité\u{A0}; ils restent sans nom"))
            kept.append(KeptData("Journal", "preuve de qui a fait quoi\u{A0}; il ne contient que des numéros"))
            return kept
        }
    }

    private static func due(in transaction: any Transaction, at now: Instant) throws -> DueErasures {
        let rules = try RetentionRulesStore(transaction).rules()
        let today = ParisTime.date(now)
        let store = DueErasureStore(transaction, charged: rules.end(of: .charged, on: today), limit: mostAtOnce)
        return try DueErasures(
            health: store.health(since: rules.end(of: .health, on: today), told: start(of: .health, rules, now)),
            families: store.families(since: rules.end(of: .file, on: today), seen: start(of: .file, rules, now)),
            adults: store.adults(),
            messages: ErasedMessageStore(transaction).count(before: start(of: .messages, rules, now))
        )
    }

    private static func start(of kind: RetentionRules.Kind, _ rules: RetentionRules, _ now: Instant) -> Instant {
        ParisTime.instant(rules.end(of: kind, on: ParisTime.date(now)), at: .midnight)
    }
}

extension AuditAct {
    /// Subject: the child.
    fileprivate static let healthErased = AuditAct(rawValue: "retention.healthErased")
    /// Subject: the member of the staff; the detail says how many.
    fileprivate static let messagesErased = AuditAct(rawValue: "retention.messagesErased")
}
