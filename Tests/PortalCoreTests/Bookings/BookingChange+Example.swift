import PortalCore

func add(_ child: Identifier<Child>, _ unit: Int64, _ date: String) -> BookingChange { change(.add, child, unit, date) }

func cancel(_ child: Identifier<Child>, _ unit: Int64, _ date: String) -> BookingChange { change(.cancel, child, unit, date) }

private func change(_ kind: BookingChange.Kind, _ child: Identifier<Child>, _ unit: Int64, _ date: String) -> BookingChange {
    BookingChange(kind, BookingSlot(child: child, unit: Identifier(unit), date: CivilDate(iso: date) ?? CivilDate(dayNumber: 0)))
}

/// A page's key, different for each number.
func key(_ number: Int) throws -> IdempotencyKey {
    guard let key = IdempotencyKey("page-\(padded(number, 16))") else { throw Unexpected() }
    return key
}

extension BookingOutcome {
    /// With ordinary spaces, as tests write sentences.
    var plain: BookingOutcome {
        switch self {
        case .refused(let reason): .refused(plainSpaces(reason))
        case .recordedAsAbsence(let reason): .recordedAsAbsence(plainSpaces(reason))
        case .acceptedAlong(let reason): .acceptedAlong(plainSpaces(reason))
        case .asked(let reason): .asked(plainSpaces(reason))
        case .accepted, .acceptedLate, .waiting, .left, .alreadySo: self
        }
    }
}

/// A text with ordinary spaces for those that do not break.
func plainSpaces(_ text: String) -> String { String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 }) }
