/// One tap of the roll call: sent again it counts once, sent late it counts at the moment at which it was made.
package struct RollCallEntry: Hashable, Sendable {
    /// Made by the page, different for each tap.
    package let key: IdempotencyKey
    package let subject: RollCallSubject
    package let act: RollCallAct
    /// When it was made, in milliseconds since 1970.
    package let moment: Int64

    package init(key: IdempotencyKey, _ subject: RollCallSubject, act: RollCallAct, moment: Int64) {
        self.key = key
        self.subject = subject
        self.act = act
        self.moment = moment
    }
}

/// What a tap says.
package enum RollCallAct: Hashable, Sendable {
    /// There since that time, unless an arrival is noted already.
    case present(since: CivilTime?)
    case absent
    /// Back to « not called ».
    case takeBack
    case arrival(CivilTime?)
    case departure(CivilTime?)
    /// All at once, from the page of corrections.
    case correction(AttendanceMark)
}

extension RollCallEntry {
    /// Reads "cle_1234567890123456/1794300000000/12.3.2026-11-04/present/07:52": key, moment, subject, act, time. A page without script leaves the
    /// moment out ("-"): it is the one of the reception.
    package init?(text: some StringProtocol, receivedAt now: Int64) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 5, let key = IdempotencyKey(parts[0]), let subject = RollCallSubject(text: parts[2]),
            let act = RollCallAct(word: parts[3], time: parts[4])
        else { return nil }
        let moment = parts[1] == "-" ? now : Int64(parts[1])
        guard let moment, moment > 0 else { return nil }
        // A tablet's clock may be wrong: nothing was made after it was received.
        self.init(key: key, subject, act: act, moment: min(moment, now))
    }
}

extension RollCallAct {
    /// The words that the page's buttons send.
    package enum Word: String, CaseIterable, Sendable {
        case present, absent
        case takeBack = "efface"
        case arrival = "arrivee"
        case departure = "depart"
    }

    fileprivate init?(word: some StringProtocol, time: some StringProtocol) {
        let clock = CivilTime(clock: time)
        guard let word = Word(rawValue: String(word)), clock != nil || time == "-" else { return nil }
        switch word {
        case .present: self = .present(since: clock)
        case .absent: self = .absent
        case .takeBack: self = .takeBack
        case .arrival: self = .arrival(clock)
        case .departure: self = .departure(clock)
        }
    }

    /// "p", "a", "-", "+7:52", "d17:10": what the journal keeps.
    var short: String {
        switch self {
        case .present(let time): "p" + (time?.clock ?? "")
        case .absent: "a"
        case .takeBack: "-"
        case .arrival(let time): "+" + (time?.clock ?? "")
        case .departure(let time): "d" + (time?.clock ?? "")
        case .correction(let mark): mark.french
        }
    }

    /// What is stored: a number, and the two times that go with it.
    var stored: (kind: Int, arrivedAt: CivilTime?, leftAt: CivilTime?) {
        switch self {
        case .present(let time): (1, time, nil)
        case .absent: (2, nil, nil)
        case .takeBack: (3, nil, nil)
        case .arrival(let time): (4, time, nil)
        case .departure(let time): (5, nil, time)
        case .correction(let mark): (10 + (mark.presence?.rawValue ?? 0), mark.arrivedAt, mark.leftAt)
        }
    }

    /// nil for a number that was never stored.
    init?(stored kind: Int, arrivedAt: CivilTime?, leftAt: CivilTime?) {
        switch kind {
        case 1: self = .present(since: arrivedAt)
        case 2: self = .absent
        case 3: self = .takeBack
        case 4: self = .arrival(arrivedAt)
        case 5: self = .departure(leftAt)
        case 10...12: self = .correction(AttendanceMark(Presence(rawValue: kind - 10), arrivedAt: arrivedAt, leftAt: leftAt))
        default: return nil
        }
    }
}
