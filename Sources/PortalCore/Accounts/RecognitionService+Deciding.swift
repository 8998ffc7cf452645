extension RecognitionService {
    /// Lets the request's adult into a household that the town knows. Where the town already knows an adult of that name there who has no account,
    /// it is the same person.
    ///
    /// - Throws: `RecognitionRefusal`.
    package func attach(_ id: Identifier<RecognitionRequest>, to household: Identifier<Household>, by member: Identifier<StaffMember>) async throws {
        try await decide(id, by: member) { transaction, request in
            guard let family = try FamilyStore(transaction).family(household) else { throw RecognitionRefusal(french: "Ce foyer n'existe pas.") }
            let adult = request.adult
            let name = NameKey(firstName: adult.firstName, lastName: adult.lastName)
            let withAccount = try AccountStore(transaction).adultsWithAccount(in: household)
            let known = family.adults.first {
                NameKey(firstName: $0.firstName, lastName: $0.lastName) == name && !withAccount.contains($0.id)
            }
            let store = HouseholdStore(transaction)
            if let known, let email = adult.email, let phone = adult.phone {
                try store.updateContacts(of: known.id, email: email, phone: phone, address: adult.address)
                try RecognitionStore(transaction).move(request.account, from: adult.id, to: known.id)
            } else {
                try store.add(adult.id, to: household)
            }
            return household
        }
    }

    /// Makes a household of the request's adult and children.
    ///
    /// - Throws: `RecognitionRefusal` when one of the children already lives in a household: it would exist twice.
    package func createHousehold(for id: Identifier<RecognitionRequest>, by member: Identifier<StaffMember>) async throws {
        let now = portal.clock.now
        try await decide(id, by: member) { transaction, request in
            if let candidate = try RecognitionService.candidates(for: request, in: transaction).first(where: \.hasSameChild) {
                throw RecognitionRefusal(
                    french:
                        "Un enfant de cette demande est déjà dans le foyer \(candidate.family.household.name)\u{A0}: rattachez la demande à ce foyer."
                )
            }
            let store = HouseholdStore(transaction)
            let household = try store.insertHousehold(name: request.adult.lastName.uppercased(), address: request.adult.address, at: now)
            try store.add(request.adult.id, to: household)
            for child in request.children {
                let id = try store.insertChild(firstName: child.firstName, lastName: child.lastName, birthDay: child.birthDay)
                try store.add(id, to: household, custody: .full)
            }
            return household
        }
    }

    /// Refuses a request; the parent reads the reason.
    ///
    /// - Throws: `RecognitionRefusal` without a reason.
    package func refuse(_ id: Identifier<RecognitionRequest>, reason typed: String, by member: Identifier<StaffMember>) async throws {
        let reason = String(typed.trimmingSpaces.prefix(RecognitionForm.longestMessage))
        guard !reason.isEmpty else { throw RecognitionRefusal(french: "Écrivez la raison du refus\u{A0}: le parent la lira.") }
        try await decide(id, by: member, reason: reason) { _, _ in nil }
    }

    /// Notes the answer, with its mail and its line in the journal, in the transaction of what it does.
    private func decide(
        _ id: Identifier<RecognitionRequest>,
        by member: Identifier<StaffMember>,
        reason: String? = nil,
        _ act: @escaping @Sendable (any Transaction, RecognitionRequest) throws -> Identifier<Household>?
    ) async throws {
        let now = portal.clock.now
        try await portal.database.write { transaction in
            try transaction.lock("recognition:\(id.rawValue)")
            guard let request = try RecognitionStore(transaction).request(id) else { throw RecognitionRefusal(french: "Cette demande n'existe pas.") }
            guard case .waiting = request.state else { throw RecognitionRefusal(french: "Cette demande a déjà reçu une réponse.") }
            let household = try act(transaction, request)
            guard try RecognitionStore(transaction).decide(id, household: household, reason: reason, by: member, at: now) else {
                throw RecognitionRefusal(french: "Cette demande a déjà reçu une réponse.")
            }
            let detail = household.map { "foyer \($0.rawValue)" } ?? "refusée"
            try AuditLog.record(in: transaction, by: .staff(member), .recognitionDecided, on: id, detail: detail, at: now)
            guard let email = request.adult.email, let settings = try PortalCatalogueStore(transaction).load()?.settings else { return }
            let mail = Mail.recognition(of: request.adult, to: email, refusal: reason, from: settings)
            try OutboxStore(transaction).enqueue(mail, to: request.account, at: now)
        }
    }
}
