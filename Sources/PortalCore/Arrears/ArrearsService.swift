/// The names of the fields of the forms about what is owed.
package enum ArrearsField: String, CaseIterable, Hashable, Sendable {
    case day = "arrete"
    case lines = "lignes"
    case amount = "montant"
    case reason = "motif"
    case lastDay = "jusquau"
}

/// What families owe, as the cash office records it.
package struct ArrearsService: Sendable {
    private let portal: Portal

    package init(_ portal: Portal) {
        self.portal = portal
    }

    /// Everything that is owed, the largest amount first.
    package func all() throws -> [Arrears] { try portal.database.read { try ArrearsStore($0).all() } }

    /// What a household owes; nil when nothing was ever recorded.
    package func arrears(of household: Identifier<Household>) throws -> Arrears? {
        try portal.database.read { try ArrearsStore($0).arrears(of: household) }
    }

    /// What the households owe for which an adult decides.
    package func arrears(of access: HouseholdAccess) throws -> [Arrears] {
        try portal.database.read { try ArrearsStore($0).arrears(of: access.adult.id) }.filter { access.decides(for: $0.household) }
    }

    /// Records what one household owes.
    ///
    /// - Returns: false when there is no such household.
    /// - Throws: `FieldErrors`.
    package func record(_ typed: String, of household: Identifier<Household>, by member: StaffMember) async throws -> Bool {
        let words = "Indiquez un montant en euros, par exemple 84,50\u{A0}; 0 quand tout est payé."
        guard let amount = Cents(typed: typed) else { throw FieldErrors(ArrearsField.amount, words) }
        let now = portal.clock.now
        return try await portal.database.write { transaction in
            let store = ArrearsStore(transaction)
            guard try store.exists(household) else { return false }
            try store.put(amount, of: household, asOf: ParisTime.date(now), by: member.id, at: now)
            try AuditLog.record(in: transaction, by: .staff(member.id), .arrearsRecorded, on: household, detail: amount.french, at: now)
            return true
        }
    }

    /// Replaces all that is owed by an account: one line for each household, its number and the amount. Who is not in it owes nothing.
    ///
    /// - Returns: how many households owe something.
    /// - Throws: `FieldErrors` naming the first lines that cannot be read; nothing is written then.
    package func replace(with lines: String, asOf typedDay: String, by member: StaffMember) async throws -> Int {
        let now = portal.clock.now
        return try await portal.database.write { transaction in
            let store = ArrearsStore(transaction)
            let account = try ArrearsAccount(lines: lines, asOf: typedDay, today: ParisTime.date(now)) { try store.exists($0) }
            try store.clear()
            for (household, amount) in account.amounts { try store.put(amount, of: household, asOf: account.day, by: member.id, at: now) }
            let detail = "\(account.amounts.count) foyers, arrêté au \(account.day.iso)"
            try AuditLog.record(in: transaction, by: .staff(member.id), .arrearsReplaced, on: member.id, detail: detail, at: now)
            return account.amounts.count { $0.amount > .zero }
        }
    }

    /// Lets a household book although it owes, until a day.
    ///
    /// - Returns: false when there is no such household.
    /// - Throws: `FieldErrors`.
    package func exempt(
        _ household: Identifier<Household>,
        because reason: String,
        until typedDay: String,
        by member: StaffMember
    ) async throws -> Bool {
        var errors = FieldErrors()
        let today = portal.clock.today
        let text = errors.text(reason, ArrearsField.reason, longest: 300, missing: "Dites pourquoi\u{A0}: le journal le garde.")
        let day = errors.require(CivilDate(iso: typedDay), ArrearsField.lastDay, "Indiquez jusqu'à quand.")
        if let day, !(today...today.adding(days: 366)).contains(day) {
            errors.add(ArrearsField.lastDay, "Une dispense dure un an au plus, et finit aujourd'hui au plus tôt.")
        }
        guard errors.isEmpty, let text, let day else { throw errors }
        let now = portal.clock.now
        return try await portal.database.write { transaction in
            let store = ArrearsStore(transaction)
            guard try store.exists(household) else { return false }
            try store.exempt(household, ArrearsExemption(reason: text, lastDay: day), by: member.id, at: now)
            let detail = "jusqu'au \(day.iso)\u{A0}: \(text)"
            try AuditLog.record(in: transaction, by: .staff(member.id), .arrearsExempted, on: household, detail: detail, at: now)
            return true
        }
    }

    /// Ends a household's exemption.
    package func endExemption(of household: Identifier<Household>, by member: StaffMember) async throws {
        let now = portal.clock.now
        try await portal.database.write { transaction in
            let store = ArrearsStore(transaction)
            guard try store.arrears(of: household)?.exemption != nil else { return }
            try store.endExemption(of: household)
            try AuditLog.record(in: transaction, by: .staff(member.id), .arrearsExemptionEnded, on: household, at: now)
        }
    }
}

extension AuditAct {
    /// Subject of these: the household.
    fileprivate static let arrearsRecorded = AuditAct(rawValue: "arrears.recorded")
    fileprivate static let arrearsExempted = AuditAct(rawValue: "arrears.exempted")
    fileprivate static let arrearsExemptionEnded = AuditAct(rawValue: "arrears.exemptionEnded")
    /// Subject: the member of the staff; the detail has the number of households and the account's day.
    fileprivate static let arrearsReplaced = AuditAct(rawValue: "arrears.replaced")
}
