/// A child on the list of a nursery's day.
package struct NurseryLine: Hashable, Sendable {
    package let contract: CareContract
    package let day: CareDay
}

/// What is noted of a child at the nursery. The raw value is the word of the form's button.
package enum NurseryCall: String, CaseIterable, Hashable, Sendable {
    /// It comes now.
    case arrive = "arrivee"
    /// It leaves now.
    case depart = "depart"
    /// The times that are typed.
    case times = "heures"
    /// It does not come; its hours stay charged.
    case absent = "absent"
    /// It does not come, and its hours are taken off.
    case excused = "excuse"
    /// Nothing was noted.
    case clear = "effacer"
}

/// The form of a line of the list.
package struct NurseryCallForm: Hashable, Sendable {
    package enum Field: String, CaseIterable, Sendable {
        case act = "acte"
        case contract = "contrat"
        case arrived = "arrivee"
        case departed = "depart"
        case reason = "motif"
    }

    package let contract: Identifier<CareContract>
    package let call: NurseryCall
    package let arrived: String
    package let departed: String
    package let reason: String

    package init(contract: Identifier<CareContract>, call: NurseryCall, arrived: String = "", departed: String = "", reason: String = "") {
        self.contract = contract
        self.call = call
        self.arrived = arrived
        self.departed = departed
        self.reason = reason
    }
}

extension NurseryDesk {
    /// The children of a nursery on a day, by the hour at which they come.
    package func lines(in activity: Activity, on date: CivilDate) throws -> [NurseryLine] {
        let opening = OpeningDays(of: activity, in: catalogue.calendar)
        return try files(in: activity, date...date)
            .compactMap { file in file.day(date, opening: opening).map { NurseryLine(contract: file.contract, day: $0) } }
            .sorted {
                ($0.day.span?.arrival ?? .midnight, $0.contract.child.lastName) < ($1.day.span?.arrival ?? .midnight, $1.contract.child.lastName)
            }
    }

    /// Notes that a child came, left or is absent.
    ///
    /// - Returns: false where the nursery has no such contract on that day.
    /// - Throws: `FieldErrors`, each next to its field.
    package func call(_ form: NurseryCallForm, in activity: Activity, on date: CivilDate, by member: StaffMember) async throws -> Bool {
        let now = portal.clock.now
        let reading = ParisTime.reading(now)
        guard date <= reading.date || [.absent, .excused, .clear].contains(form.call) else {
            throw FieldErrors(NurseryCallForm.Field.arrived, "Ce jour n'est pas encore venu.")
        }
        return try await portal.database.write { transaction in
            try transaction.lock([.booking, .alone("contract:\(form.contract.rawValue)")])
            guard let contract = try CareContractStore(transaction).contract(form.contract), contract.activity == activity.id,
                contract.covers(date)
            else { return false }
            guard try BillingLockStore(transaction).locks(from: date, through: date).isEmpty else {
                throw FieldErrors(NurseryCallForm.Field.arrived, "Ce jour est verrouillé pour la facturation\u{A0}: plus rien ne peut y être changé.")
            }
            let store = NurseryStayStore(transaction)
            let before = try store.stays(of: contract.id, from: date, through: date).first
            let stay = try form.stay(on: date, after: before, at: reading)
            guard stay != before else { return true }
            try store.put(stay, of: contract.id, calledBy: member.id, at: now)
            let detail = "\(date.iso)\u{A0}: \(before?.summary ?? "rien") → \(stay.summary)"
            try AuditLog.record(in: transaction, by: .staff(member.id), .nurseryCalled, on: contract.id, detail: detail, at: now)
            return true
        }
    }

    /// The hours of a nursery's contracts in a month.
    package func months(in activity: Activity, _ month: Month) throws -> [(contract: CareContract, month: CareMonth)] {
        try files(in: activity, month.firstDay...month.lastDay).map { ($0.contract, $0.month(month, in: catalogue.calendar)) }
    }
}

extension NurseryCallForm {
    /// - Throws: `FieldErrors` for times that do not follow one another.
    fileprivate func stay(on date: CivilDate, after before: NurseryStay?, at now: ParisTime.Reading) throws(FieldErrors) -> NurseryStay {
        switch call {
        case .arrive, .depart:
            guard date == now.date else { throw FieldErrors(Field.arrived, "Pour un autre jour qu'aujourd'hui, écrivez les heures.") }
            guard call == .depart else { return NurseryStay(date: date, arrived: before?.arrived ?? now.time, departed: before?.departed) }
            guard let arrived = before?.arrived else { throw FieldErrors(Field.departed, "L'arrivée n'est pas notée.") }
            return NurseryStay(date: date, arrived: arrived, departed: max(arrived, now.time))
        case .times:
            guard let arrived = CivilTime(clock: self.arrived) else { throw FieldErrors(Field.arrived, "Donnez l'heure d'arrivée.") }
            guard !self.departed.isEmpty else { return NurseryStay(date: date, arrived: arrived, departed: nil) }
            guard let departed = CivilTime(clock: self.departed), departed >= arrived else {
                throw FieldErrors(Field.departed, "Le départ vient après l'arrivée.")
            }
            return NurseryStay(date: date, arrived: arrived, departed: departed)
        case .absent, .excused:
            var errors = FieldErrors()
            let words = errors.text(reason, Field.reason, longest: 80, missing: call == .excused ? "Dites pourquoi ces heures sont déduites." : nil)
            guard let words, errors.isEmpty else { throw errors }
            return NurseryStay(
                date: date,
                arrived: nil,
                departed: nil,
                absence: call == .absent ? .charged : .excused,
                reason: words.isEmpty ? before?.reason ?? "" : words
            )
        case .clear: return NurseryStay(date: date, arrived: nil, departed: nil)
        }
    }
}

extension NurseryStay {
    /// What the journal keeps of it.
    fileprivate var summary: String {
        switch absence {
        case .none: "\(arrived?.clock ?? "–")-\(departed?.clock ?? "–")"
        case .charged: "absent"
        case .excused: "absent, déduit"
        }
    }
}
