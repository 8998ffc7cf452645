/// What parents see of their child's care contract, and the leave that they announce.
package struct NurseryService: Sendable {
    let portal: Portal
    let catalogue: PortalCatalogue

    package init(_ portal: Portal, _ catalogue: PortalCatalogue) {
        self.portal = portal
        self.catalogue = catalogue
    }

    /// The contracts of the adult's children that hold on at least a day of a month, with what was noted in it.
    package func files(of access: HouseholdAccess, in month: Month) throws -> [CareFile] {
        try portal.database.read { try CareFileStore($0, catalogue).files(of: access, month.firstDay...month.lastDay) }
    }

    /// The contracts of the adult's children that are running or to come.
    package func currentFiles(of access: HouseholdAccess) throws -> [CareFile] {
        let today = portal.clock.today
        return try portal.database.read { try CareFileStore($0, catalogue).files(of: access, today...today.adding(days: 366)) }
    }

    /// One contract, with what was noted in a month; nil for a stranger's, as for one that does not exist.
    package func file(_ id: Identifier<CareContract>, of access: HouseholdAccess, in month: Month) throws -> CareFile? {
        guard let file = try portal.database.read({ try CareFileStore($0, catalogue).file(id, month.firstDay...month.lastDay) }),
            access.mayRead(file.contract)
        else { return nil }
        return file
    }

    /// What a leave would change if it were announced now. Writes nothing.
    ///
    /// - Returns: nil for a stranger's contract, as for one that does not exist.
    /// - Throws: `FieldErrors`, each next to its field.
    package func review(_ form: LeaveForm, for id: Identifier<CareContract>, by access: HouseholdAccess) throws -> LeaveReview? {
        let today = portal.clock.today
        guard let file = try file(id, of: access, in: Month(containing: today)) else { return nil }
        try access.requireBooking(for: file.contract)
        return try file.review(form.checked(for: file.contract, today: today), in: catalogue.calendar, today: today)
    }

    /// Announces a leave, judged again; a mail says what becomes of it.
    ///
    /// - Parameters:
    ///   - key: made by the page that confirms. Sent again, it gets the first answer and changes nothing.
    ///   - link: the contract's address, for the mail.
    /// - Returns: nil for a stranger's contract, as for one that does not exist.
    /// - Throws: `FieldErrors`; `LeaveRefusal` for an adult who may not book for the child.
    package func announce(
        _ form: LeaveForm,
        for id: Identifier<CareContract>,
        key: IdempotencyKey,
        by access: HouseholdAccess,
        link: String?
    ) async throws -> Identifier<FamilyLeave>? {
        let now = portal.clock.now
        let today = ParisTime.date(now)
        let catalogue = catalogue
        return try await portal.database.write { transaction in
            try transaction.lock([.booking, .alone("contract:\(id.rawValue)")])
            guard let access = try HouseholdAccess(account: access.account, in: transaction),
                let file = try CareFileStore(transaction, catalogue).file(id, today...today), access.mayRead(file.contract)
            else { return nil }
            let store = FamilyLeaveStore(transaction)
            if let known = try store.leave(key, of: access.account) { return known }
            try access.requireBooking(for: file.contract)
            let review = try file.review(form.checked(for: file.contract, today: today), in: catalogue.calendar, today: today)
            let leave = try store.insert(review, of: id, by: access.account, key: key, at: now)
            let detail = "contrat \(id.rawValue), \(review.days.frenchSpan)"
            try AuditLog.record(in: transaction, by: .account(access.account), .leaveAnnounced, on: leave, detail: detail, at: now)
            if let email = access.adult.email {
                let letter = Mail.leaveAnnounced(
                    review,
                    child: file.contract.child.firstName,
                    to: email,
                    salutation: access.adult.salutation,
                    link: link,
                    from: catalogue.settings
                )
                try OutboxStore(transaction).enqueue(letter, to: access.account, at: now)
            }
            return leave
        }
    }

    /// Takes a leave back: the child comes after all.
    ///
    /// - Returns: false for a stranger's leave, as for one that does not exist.
    /// - Throws: `LeaveRefusal` once the place may have been given to somebody else.
    package func withdraw(_ leave: Identifier<FamilyLeave>, of id: Identifier<CareContract>, by access: HouseholdAccess) async throws -> Bool {
        let now = portal.clock.now
        let today = ParisTime.date(now)
        let catalogue = catalogue
        return try await portal.database.write { transaction in
            try transaction.lock([.booking, .alone("contract:\(id.rawValue)")])
            guard let access = try HouseholdAccess(account: access.account, in: transaction),
                let file = try CareFileStore(transaction, catalogue).file(id, today...today), access.mayRead(file.contract),
                let known = file.leave(leave)
            else { return false }
            try access.requireBooking(for: file.contract)
            guard known.state != .withdrawn else { return true }
            if let refusal = file.refusalToWithdraw(known, today: today) { throw refusal }
            try FamilyLeaveStore(transaction).withdraw(leave)
            let detail = "contrat \(id.rawValue), \(known.frenchDays)"
            try AuditLog.record(in: transaction, by: .account(access.account), .leaveWithdrawn, on: leave, detail: detail, at: now)
            return true
        }
    }
}

/// Why somebody cannot announce a leave, or take it back.
package enum LeaveRefusal: Error, Hashable, Sendable {
    /// The adult sees the child and may not book for it.
    case notAllowed
    case begun
    /// The last day on which it could.
    case settled(CivilDate)

    package var french: String {
        switch self {
        case .notAllowed: "Votre compte ne permet pas de réserver pour cet enfant. Adressez-vous au service."
        case .begun: "Ces congés ont commencé\u{A0}: voyez avec la structure."
        case .settled(let last):
            "Ces congés ne se retirent plus depuis le \(last.adding(days: 1).french)\u{A0}: la place a pu être proposée à une autre famille. "
                + "Voyez avec la structure."
        }
    }
}

extension CareFile {
    func review(_ days: ClosedRange<CivilDate>, in calendar: SchoolCalendar, today: CivilDate) throws(FieldErrors) -> LeaveReview {
        let review = LeaveReview(
            days,
            of: contract,
            under: policy,
            taken: takenDays,
            opening: OpeningDays(of: activity, in: calendar),
            today: today
        )
        guard review.lines.isEmpty else { return review }
        throw FieldErrors(
            LeaveForm.Field.firstDay,
            review.alreadyAnnounced.isEmpty
                ? "La structure est fermée ces jours-là\u{A0}: il n'y a rien à annoncer." : "Ces congés sont déjà annoncés."
        )
    }

    /// Why the parent cannot take a leave back; nil while it can. One that is accepted holds once its notice has begun.
    package func refusalToWithdraw(_ leave: FamilyLeave, today: CivilDate) -> LeaveRefusal? {
        guard leave.firstDay > today else { return .begun }
        let last = policy.notice.lastDay(before: leave.firstDay)
        return leave.state == .accepted && today > last ? .settled(last) : nil
    }
}

extension HouseholdAccess {
    /// Only who may book for a child gives up its days.
    func requireBooking(for contract: CareContract) throws(LeaveRefusal) {
        guard relation(to: contract.child.id)?.has(.books) == true else { throw .notAllowed }
    }

    /// Whether a contract is one of the adult's households', for a child that the adult may see.
    func mayRead(_ contract: CareContract) -> Bool { family(contract.household) != nil && child(contract.child.id) != nil }
}

extension AuditAct {
    /// Subject of these: the contract.
    static let contractSigned = AuditAct(rawValue: "careContract.signed")
    static let contractAmended = AuditAct(rawValue: "careContract.amended")
    static let contractEnded = AuditAct(rawValue: "careContract.ended")
    /// Subject of these: the leave.
    static let leaveAnnounced = AuditAct(rawValue: "familyLeave.announced")
    static let leaveWithdrawn = AuditAct(rawValue: "familyLeave.withdrawn")
    static let leaveJudged = AuditAct(rawValue: "familyLeave.judged")
}
