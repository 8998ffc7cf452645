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
        if charge.isNothing { return "Une absence n'est pas facturée, même signalée hors délai.\(unbookedSentence)" }
        let charged = charge.french.isEmpty ? "facturée" : "facturée \(charge.french)"
        if let certificate {
            sentences.append("Une absence signalée hors délai est \(charged), sauf justificatif reçu dans les \(certificate.french).")
            if let latestDays {
                let waiting = lateWaiting.count > 0 ? "\u{A0}: \(AbsencePolicy.days(lateWaiting.count)) de carence restent alors facturés" : ""
                sentences.append("Plus tard, il est lu jusqu'à \(latestDays)\u{A0}jours après l'absence\(waiting).")
            }
        } else {
            sentences.append("Une absence signalée hors délai est \(charged), même avec un justificatif.")
        }
        if waiting.count > 0 { sentences.append("Carence\u{A0}: \(waiting.notation) restent facturés.") }
        if coveredDays > 0 { sentences.append("Les \(coveredDays) premiers jours ne sont pas facturés.") }
        if !freeReasons.isEmpty { sentences.append("Jamais facturé\u{A0}: \(freeReasons.joined(separator: ", ").lowercased()).") }
        if !chargedReasons.isEmpty {
            sentences.append("Facturé même avec un justificatif\u{A0}: \(chargedReasons.joined(separator: ", ").lowercased()).")
        }
        return sentences.joined(separator: " ") + unbookedSentence
    }

    /// What a cancellation becomes that comes too late, in a sentence.
    var consequence: String {
        if charge.isNothing { return "L'absence est notée, et rien n'est facturé." }
        let charged = charge.french.isEmpty ? "la place reste facturée" : "la place est facturée \(charge.french)"
        return "L'absence est notée, et \(charged)\(certificate == nil ? "" : " sauf justificatif")."
    }

    /// What a late cancellation means on one of the days that the town charges to nobody.
    var coverage: String {
        let days =
            coveredDays == 1
            ? "le premier jour d'une absence n'est pas facturé" : "les \(coveredDays) premiers jours d'une absence ne sont pas facturés"
        return "L'absence est notée, et rien n'est facturé\u{A0}: \(days)."
    }

    private var unbookedSentence: String {
        switch unbooked {
        case .whole: ""
        case .nothing: " Un enfant qui vient sans réservation n'est pas facturé."
        default: " Un enfant qui vient sans réservation est facturé \(unbooked.french)."
        }
    }
}

/// Stored as lines "key: value", the keys being those of the definition file.
extension AbsencePolicy: DatabaseConvertible {
    package var databaseValue: DatabaseValue {
        var lines = [("justificatif", certificate?.notation ?? "aucun"), ("facturation", charge.notation)]
        if let latestDays { lines.append(("au plus tard", String(latestDays))) }
        if waiting.count > 0 { lines.append(("carence", waiting.notation)) }
        if lateWaiting.count > 0 { lines.append(("carence hors délai", lateWaiting.notation)) }
        if coveredDays > 0 { lines.append(("pris en charge", String(coveredDays))) }
        if unbooked != .whole { lines.append(("présence sans réservation", unbooked.notation)) }
        lines += reasons.map { ("motif", $0) } + freeReasons.map { ("motif libre", $0) } + chargedReasons.map { ("motif facturé", $0) }
        return .text(lines.map { "\($0.0): \($0.1)" }.joined(separator: "\n"))
    }

    package init?(databaseValue: DatabaseValue) {
        guard case .text(let text) = databaseValue else { return nil }
        var values: [String: [String]] = [:]
        for line in text.split(separator: "\n") {
            guard let colon = line.firstRange(of: ": ") else { return nil }
            values[String(line[..<colon.lowerBound]), default: []].append(String(line[colon.upperBound...]))
        }
        guard let certificate = values["justificatif"]?.first, let charge = values["facturation"]?.first.flatMap(AbsencePrice.init(stored:)) else {
            return nil
        }
        let span = Span(notation: certificate)
        guard span != nil || certificate == "aucun" else { return nil }
        self.init(
            certificate: span,
            latestDays: values["au plus tard"]?.first.flatMap { Int($0) },
            waiting: values["carence"]?.first.flatMap { WaitingDays(notation: $0) } ?? WaitingDays(),
            lateWaiting: values["carence hors délai"]?.first.flatMap { WaitingDays(notation: $0) } ?? WaitingDays(),
            coveredDays: values["pris en charge"]?.first.flatMap { Int($0) } ?? 0,
            charge: charge,
            unbooked: values["présence sans réservation"]?.first.flatMap { AbsencePrice(notation: $0) } ?? .whole,
            reasons: values["motif"] ?? [],
            freeReasons: values["motif libre"] ?? [],
            chargedReasons: values["motif facturé"] ?? []
        )
    }
}

extension AbsencePrice {
    /// "50 %", and "50" as it was stored while there were only percentages.
    fileprivate init?(stored text: String) {
        if let rate = Int(text) { self = .percent(rate) } else { self.init(notation: text) }
    }
}
