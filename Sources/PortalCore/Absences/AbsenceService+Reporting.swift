extension AbsenceService {
    /// Records an absence: what was told in time is cancelled, the rest stays as an absence; in one transaction, kept as a request.
    ///
    /// - Parameters:
    ///   - certificate: a file that was sent along, empty for none.
    ///   - key: made by the page that confirms. Sent again, it gets the first answer and changes nothing.
    ///   - link: the address of a request's page, for the confirmation mail.
    /// - Throws: `FieldErrors`, `BookingFailure.noHousehold`, `.nothingAsked` when nothing is booked on these days.
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
            let missed = try AbsenceReview(absence, of: access, catalogue, in: transaction, at: now).lines
            // Who is next in line has the places that the absence frees before anybody else can take them.
            let days = try WaitingListDays(catalogue.waitingListDays(of: missed.map { BookingChange(.cancel, $0.booking.slot) }), in: transaction)
            let review = try AbsenceReview(absence, of: access, catalogue, in: transaction, at: now)
            guard !review.lines.isEmpty else { throw BookingFailure.nothingAsked }
            try AbsenceWriter(transaction, catalogue).apply(review.lines)
            let household = review.lines.first?.booking.household ?? access.families.first?.household.id
            let lines = review.lines.map { $0.requestLine(in: catalogue, of: access) }
            let request = try requests.insert(.absence, lines, by: access, household: household, key: key, at: now)
            for (child, lines) in Dictionary(grouping: review.lines, by: \.booking.slot.child).sorted(by: { $0.key < $1.key }) {
                let recorded = lines.filter { if case .recorded = $0.outcome { true } else { false } }
                let waits = AbsenceReview(lines: recorded).wantsCertificate
                let state: AbsenceState = waits ? (file == nil ? .waits : .withCertificate(from: sender)) : .settled
                let household = recorded.first?.booking.household ?? household
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

/// Writes what an absence does to the bookings.
private struct AbsenceWriter {
    private let bookings: BookingStore
    private let places: PlaceStore
    private let calls: RollCallStore
    private let catalogue: PortalCatalogue

    init(_ transaction: any Transaction, _ catalogue: PortalCatalogue) {
        self.catalogue = catalogue
        bookings = BookingStore(transaction)
        places = PlaceStore(transaction)
        calls = RollCallStore(transaction)
    }

    func apply(_ lines: [AbsenceLine]) throws {
        // Everybody takes and gives places in one order.
        let freed = lines.filter { if case .cancelled = $0.outcome { true } else { false } }.flatMap { places(of: $0.booking) }
        for place in freed.sorted() { try places.release(place) }
        for line in lines {
            let slot = line.booking.slot
            switch line.outcome {
            case .cancelled: try bookings.delete(slot)
            case .recorded(let charge, _):
                let state: BookingState = charge.price.isNothing ? .excused : .absent
                try bookings.update(slot, to: state)
                try calls.setReported(state, of: slot)
            case .refused: break
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
        return BookingReviewLine(
            BookingChange(.cancel, booking.slot),
            child: access.child(booking.slot.child),
            in: catalogue,
            outcome: answer,
            price: booking.price,
            surcharge: booking.surcharge,
            kept: kept
        )
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
