extension AbsenceService {
    /// Records an absence from everything that the children miss, booked or under contract: what was told in time is cancelled, the rest stays as
    /// an absence; in one transaction, kept as one request.
    ///
    /// - Parameters:
    ///   - certificate: a file that was sent along, empty for none.
    ///   - key: made by the page that confirms. Sent again, it gets the first answer and changes nothing.
    ///   - link: the address of a request's page, for the confirmation mail.
    /// - Throws: `FieldErrors`, `BookingFailure.noHousehold`, `.nothingAsked` when nobody expects the children on these days.
    @discardableResult
    package func report(
        _ form: AbsenceForm,
        certificate: [UInt8],
        key: IdempotencyKey,
        by access: HouseholdAccess,
        link: @escaping @Sendable (Identifier<Request>) -> String? = { _ in nil }
    ) async throws -> Request {
        let now = portal.clock.now
        let absence = try form.checked(by: access, in: catalogue, today: ParisTime.date(now))
        let file = certificate.isEmpty ? nil : try CheckedFile(certificate, AbsenceForm.Field.certificate)
        let (catalogue, sender, waitingPage) = (catalogue, sender(access, at: now), waitingPage)
        return try await portal.database.write { transaction in
            try transaction.lock([.booking, .alone("account:\(access.account.rawValue)")])
            guard let access = try HouseholdAccess(account: access.account, in: transaction) else { throw BookingFailure.noHousehold }
            let requests = RequestStore(transaction)
            if let known = try requests.request(key, of: access.account) { return try requests.named(known, for: access, in: catalogue) }
            try transaction.lock(access.children.map(\.id).sorted().map { .alone("child:\($0.rawValue)") })
            let catalogue = try PortalCatalogueStore(transaction).current(catalogue)
            let contracts = try CareFileStore(transaction, catalogue).files(of: access, absence.days).map(\.contract.id)
            try transaction.lock(contracts.sorted().map { .alone("contract:\($0.rawValue)") })
            let missed = try AbsenceReview(absence, of: access, catalogue, in: transaction, at: now).lines
            // Who is next in line has the places that the absence frees before anybody else can take them.
            let given = missed.compactMap(\.missed.booking).map { BookingChange(.cancel, $0.slot) }
            let days = try WaitingListDays(catalogue.waitingListDays(of: given), in: transaction)
            let review = try AbsenceReview(absence, of: access, catalogue, in: transaction, at: now)
            guard !review.lines.isEmpty else { throw BookingFailure.nothingAsked }
            let writer = AbsenceWriter(transaction, catalogue)
            try writer.apply(review.lines, reason: absence.reason, by: access.account, at: now)
            let household = review.lines.first?.missed.household ?? access.families.first?.household.id
            let lines = review.lines.map { $0.requestLine(in: catalogue, of: access) }
            let request = try requests.insert(.absence, lines, by: access, household: household, key: key, at: now)
            for (child, lines) in Dictionary(grouping: review.lines, by: \.missed.child).sorted(by: { $0.key < $1.key }) {
                let recorded = lines.filter { if case .recorded = $0.outcome { true } else { false } }
                let waits = AbsenceReview(lines: recorded).wantsCertificate
                let state: AbsenceState = waits ? (file == nil ? .waits : .withCertificate(from: sender)) : .settled
                let household = recorded.first?.missed.household ?? household
                guard let household,
                    let id = try AbsenceStore(transaction).insert(
                        recorded,
                        of: child,
                        reason: absence.reason,
                        request: request.id,
                        household: household,
                        by: access.account,
                        state: state,
                        at: now
                    )
                else { continue }
                if waits, let file { try SentFileStore(transaction).insert(file, of: id, key: key.text, by: sender) }
                let detail = "demande \(request.id.rawValue), enfant \(child.rawValue)"
                try AuditLog.record(in: transaction, by: .account(access.account), .absenceReported, on: id, detail: detail, at: now)
            }
            try BookingNotice(request, of: access, link: link(request.id)).leave(in: transaction)
            if request.lines.contains(where: \.freesPlaces) {
                try WaitingListSettlement(transaction, catalogue, at: now, page: waitingPage).settle(days)
            }
            return request
        }
    }

    /// Adds a certificate to an absence that waits for one, or whose certificate was refused.
    ///
    /// - Returns: false for an absence that is not the adult's, as for one that does not exist.
    /// - Throws: `FieldErrors` when the file may not be kept, or comes too late.
    package func send(_ certificate: [UInt8], for id: Identifier<Absence>, by access: HouseholdAccess) async throws -> Bool {
        guard let file = try absence(id, of: access) else { return false }
        guard !certificate.isEmpty else { throw FieldErrors(AbsenceForm.Field.certificate, "Choisissez le fichier à envoyer.") }
        let sent = try CheckedFile(certificate, AbsenceForm.Field.certificate)
        let now = portal.clock.now
        let sender = sender(access, at: now)
        try await portal.database.write { transaction in
            try transaction.lock("child:\(file.absence.child.id.rawValue)")
            guard let current = try AbsenceStore(transaction).absence(id) else { return }
            guard current.takesCertificate(at: now) else {
                throw FieldErrors(AbsenceForm.Field.certificate, current.refusalOfCertificate)
            }
            try SentFileStore(transaction).insert(sent, of: id, key: "", by: sender)
            try AbsenceStore(transaction).setState(.withCertificate(from: sender), of: id)
            try AuditLog.record(in: transaction, by: .account(access.account), .certificateSent, on: id, detail: sent.kind.rawValue, at: now)
        }
        return true
    }

    private func sender(_ access: HouseholdAccess, at now: Instant) -> FileSender {
        FileSender(account: access.account, now: now, hasAntivirus: hasAntivirus, vault: portal.vault)
    }
}

extension AbsenceState {
    /// Of an absence whose certificate has just arrived.
    fileprivate static func withCertificate(from sender: FileSender) -> AbsenceState { sender.hasAntivirus ? .scanning : .toJudge }
}

extension Absence {
    fileprivate var refusalOfCertificate: String {
        switch state {
        case .waits, .refused:
            times.lastMoment.map { "Trop tard\u{A0}: le justificatif était attendu avant le \($0.french)." } ?? "Aucun justificatif n'est attendu."
        case .toJudge, .scanning: "Un justificatif est déjà arrivé\u{A0}: le service l'étudie."
        case .accepted: "Le justificatif est déjà accepté."
        case .settled: "Aucun justificatif n'est attendu."
        }
    }
}

/// Writes what an absence does to the bookings, and to what the nursery expects.
private struct AbsenceWriter {
    private let bookings: BookingStore
    private let places: PlaceStore
    private let calls: RollCallStore
    private let stays: NurseryStayStore
    private let catalogue: PortalCatalogue

    init(_ transaction: any Transaction, _ catalogue: PortalCatalogue) {
        self.catalogue = catalogue
        bookings = BookingStore(transaction)
        places = PlaceStore(transaction)
        calls = RollCallStore(transaction)
        stays = NurseryStayStore(transaction)
    }

    func apply(_ lines: [AbsenceLine], reason: String, by account: Identifier<Account>, at now: Instant) throws {
        // Everybody takes and gives places in one order.
        let freed = lines.filter { if case .cancelled = $0.outcome { true } else { false } }.compactMap(\.missed.booking).flatMap(places)
        for place in freed.sorted() { try places.release(place) }
        for line in lines {
            switch (line.missed, line.outcome) {
            case (.booking(let booking), .cancelled): try bookings.delete(booking.slot)
            case (.booking(let booking), .recorded(let charge, _)):
                let state: BookingState = charge.price.isNothing ? .excused : .absent
                try bookings.update(booking.slot, to: state)
                try calls.setReported(state, of: booking.slot)
            case (.care(let care), .recorded(let charge, _)):
                let absence: StayAbsence = charge.price.isNothing ? .excused : .charged
                try stays.tell(absence, reason, of: care.slot, by: account, at: now)
            // Only a place that is booked is given back.
            case (.care, .cancelled), (_, .refused): break
            }
        }
    }

    private func places(of booking: Booking) -> [Place] {
        catalogue.unit(booking.slot.unit)?.unit.places(in: booking.group, on: booking.slot.date) ?? []
    }
}

extension AbsenceLine {
    /// The line as "Dernières demandes" keeps it.
    fileprivate func requestLine(in catalogue: PortalCatalogue, of access: HouseholdAccess) -> BookingReviewLine {
        let answer: BookingOutcome =
            switch outcome {
            case .cancelled: .accepted
            case .recorded: .recordedAsAbsence(sentence)
            case .refused(let rule): .refused(rule)
            }
        return switch missed {
        case .booking(let booking):
            BookingReviewLine(
                BookingChange(.cancel, booking.slot),
                child: access.child(booking.slot.child),
                in: catalogue,
                outcome: answer,
                price: booking.price,
                surcharge: booking.surcharge,
                kept: kept
            )
        case .care(let care):
            BookingReviewLine(care.slot, of: missed.child, named: access.child(missed.child), at: catalogue.activity(care.contract.activity), answer)
        }
    }
}

extension AuditAct {
    /// Subject of these: the absence.
    static let absenceReported = AuditAct(rawValue: "absence.reported")
    static let certificateSent = AuditAct(rawValue: "absence.certificateSent")
    static let certificateRead = AuditAct(rawValue: "absence.certificateRead")
    static let absenceJudged = AuditAct(rawValue: "absence.judged")
    static let certificateInfected = AuditAct(rawValue: "absence.certificateInfected")
}
