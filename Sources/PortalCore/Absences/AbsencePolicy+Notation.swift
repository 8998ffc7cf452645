extension AbsencePolicy.Span {
    /// Reads "72 h" or "7 jours"; nil for anything else.
    package init?(notation: some StringProtocol) {
        let words = notation.split(separator: " ")
        guard words.count == 2, let count = Int(words[0]), count > 0 else { return nil }
        switch words[1] {
        case "h", "heures": self = .hours(count)
        case "jour", "jours": self = .days(count)
        default: return nil
        }
        guard count <= 2000 else { return nil }
    }

    package var notation: String {
        switch self {
        case .hours(let count): "\(count) h"
        case .days(let count): AbsencePolicy.days(count)
        }
    }

    /// "72 heures", "7 jours".
    package var french: String {
        switch self {
        case .hours(let count): "\(count)\u{A0}heures"
        case .days(let count): count == 1 ? "1\u{A0}jour" : "\(count)\u{A0}jours"
        }
    }
}

extension AbsencePolicy.WaitingDays {
    /// Reads "2 jours" or "3 jours calendaires"; nil for anything else.
    package init?(notation: some StringProtocol) {
        let words = notation.split(separator: " ")
        guard (2...3).contains(words.count), let count = Int(words[0]), (1...60).contains(count), ["jour", "jours"].contains(words[1]) else {
            return nil
        }
        if words.count == 3 { guard ["calendaire", "calendaires"].contains(words[2]) else { return nil } }
        self.init(count, ofCalendar: words.count == 3)
    }

    package var notation: String { AbsencePolicy.days(count) + (ofCalendar ? (count == 1 ? " calendaire" : " calendaires") : "") }
}

extension AbsencePolicy {
    static func days(_ count: Int) -> String { count == 1 ? "1 jour" : "\(count) jours" }

    /// What the règlement says, in sentences.
    package var french: String {
        var sentences: [String] = []
        if let certificate {
            sentences.append("Une absence signalée hors délai est facturée, sauf justificatif reçu dans les \(certificate.french).")
            if let latestDays {
                let waiting = lateWaiting.count > 0 ? "\u{A0}: \(AbsencePolicy.days(lateWaiting.count)) de carence restent alors facturés" : ""
                sentences.append("Plus tard, il est lu jusqu'à \(latestDays)\u{A0}jours après l'absence\(waiting).")
            }
        } else {
            let rate = chargeRate == 100 ? "" : " à \(chargeRate)\u{A0}%"
            sentences.append("Une absence signalée hors délai est facturée\(rate), même avec un justificatif.")
        }
        if waiting.count > 0 { sentences.append("Carence\u{A0}: \(waiting.notation) restent facturés.") }
        if coveredDays > 0 { sentences.append("Les \(coveredDays) premiers jours ne sont pas facturés.") }
        if !freeReasons.isEmpty { sentences.append("Jamais facturé\u{A0}: \(freeReasons.joined(separator: ", ").lowercased()).") }
        return sentences.joined(separator: " ")
    }
}

/// Stored as lines "key: value", the keys being those of the definition file.
extension AbsencePolicy: DatabaseConvertible {
    package var databaseValue: DatabaseValue {
        var lines = [("justificatif", certificate?.notation ?? "aucun"), ("facturation", String(chargeRate))]
        if let latestDays { lines.append(("au plus tard", String(latestDays))) }
        if waiting.count > 0 { lines.append(("carence", waiting.notation)) }
        if lateWaiting.count > 0 { lines.append(("carence hors délai", lateWaiting.notation)) }
        if coveredDays > 0 { lines.append(("pris en charge", String(coveredDays))) }
        lines += reasons.map { ("motif", $0) } + freeReasons.map { ("motif libre", $0) }
        return .text(lines.map { "\($0.0): \($0.1)" }.joined(separator: "\n"))
    }

    package init?(databaseValue: DatabaseValue) {
        guard case .text(let text) = databaseValue else { return nil }
        var values: [String: [String]] = [:]
        for line in text.split(separator: "\n") {
            guard let colon = line.firstRange(of: ": ") else { return nil }
            values[String(line[..<colon.lowerBound]), default: []].append(String(line[colon.upperBound...]))
        }
        guard let certificate = values["justificatif"]?.first, let rate = values["facturation"]?.first.flatMap({ Int($0) }) else { return nil }
        let span = Span(notation: certificate)
        guard span != nil || certificate == "aucun" else { return nil }
        self.init(
            certificate: span,
            latestDays: values["au plus tard"]?.first.flatMap { Int($0) },
            waiting: values["carence"]?.first.flatMap { WaitingDays(notation: $0) } ?? WaitingDays(),
            lateWaiting: values["carence hors délai"]?.first.flatMap { WaitingDays(notation: $0) } ?? WaitingDays(),
            coveredDays: values["pris en charge"]?.first.flatMap { Int($0) } ?? 0,
            chargeRate: rate,
            reasons: values["motif"] ?? [],
            freeReasons: values["motif libre"] ?? []
        )
    }
}
