/// An absence that a parent has reported, for one child.
package struct Absence: Hashable, Sendable {
    package let id: Identifier<Absence>
    package let request: Identifier<Request>
    package let household: Identifier<Household>
    package let account: Identifier<Account>
    package let child: Child
    package let reason: String
    package let firstDay: CivilDate
    /// The last day, included.
    package let lastDay: CivilDate
    package let reportedAt: Instant
    package let state: AbsenceState
    package let times: AbsenceTimes
    /// When it was judged, by whom, and why it was refused.
    package let judgement: Judgement?

    package struct Judgement: Hashable, Sendable {
        package let at: Instant
        package let by: String
        package let note: String
    }

    /// Whether a certificate may still be sent.
    package func takesCertificate(at now: Instant) -> Bool {
        guard state == .waits || state == .refused, let last = times.lastMoment else { return false }
        return now <= last
    }

    /// "du 3 au 5 novembre 2026", "le 3 novembre 2026".
    package var frenchDays: String {
        firstDay == lastDay
            ? "le \(firstDay.frenchWithoutWeekday)" : "du \(firstDay.frenchDayAndMonth) au \(lastDay.frenchWithoutWeekday)"
    }
}

/// How far an absence is.
package enum AbsenceState: Int, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    /// Nothing has to be justified.
    case settled = 0
    /// A certificate would change what it costs.
    case waits = 1
    /// A certificate waits for the staff.
    case toJudge = 2
    case accepted = 3
    case refused = 4

    package var french: String {
        switch self {
        case .settled: "Enregistrée"
        case .waits: "Justificatif attendu"
        case .toJudge: "Justificatif reçu"
        case .accepted: "Justifiée"
        case .refused: "Justificatif refusé"
        }
    }
}

/// One day of a reported absence.
package struct AbsenceDay: Hashable, Sendable {
    package let slot: BookingSlot
    package let rank: Int
    package let daysAfterFirst: Int
    package let times: AbsenceTimes
    /// Percent of the price that the day costs as it stands.
    package let rate: Int
}

/// A certificate as it is listed; its bytes are asked for apart.
package struct Certificate: Hashable, Sendable {
    package let id: Identifier<Certificate>
    package let absence: Identifier<Absence>
    package let kind: CertificateKind
    /// In bytes.
    package let size: Int
    package let sentAt: Instant
}

/// What may be sent, known by its first bytes whatever its name says.
package enum CertificateKind: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    case pdf
    case jpeg
    case png

    /// nil for anything else.
    package init?(_ bytes: [UInt8]) {
        if bytes.starts(with: Array("%PDF-".utf8)) {
            self = .pdf
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else {
            return nil
        }
    }

    package var contentType: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        }
    }

    package var suffix: String { self == .jpeg ? "jpg" : rawValue }

    /// Bytes of the largest file.
    package static let largest = 5 << 20

    /// The kind of a file that may be kept.
    ///
    /// - Throws: `FieldErrors` with the sentence next to the field.
    package static func checked(_ bytes: [UInt8]) throws(FieldErrors) -> CertificateKind {
        guard bytes.count <= largest else {
            throw FieldErrors(AbsenceForm.Field.certificate, "Ce fichier est trop lourd\u{A0}: 5\u{A0}Mo au plus.")
        }
        guard let kind = CertificateKind(bytes) else {
            throw FieldErrors(AbsenceForm.Field.certificate, "Envoyez un PDF ou une photo (JPEG ou PNG).")
        }
        return kind
    }
}
