/// A family that the town does not know yet asks to be recognised.
package struct RecognitionRequest: Hashable, Sendable {
    package let id: Identifier<RecognitionRequest>
    package let account: Identifier<Account>
    package let adult: Adult
    package let isEmailConfirmed: Bool
    package let children: [RecognitionChild]
    package let message: String
    package let createdAt: Instant
    package let state: State

    package enum State: Hashable, Sendable {
        case waiting
        case accepted(Instant)
        case refused(Instant, reason: String)
    }
}

/// A child as somebody describes it before the town knows it.
package struct RecognitionChild: Hashable, Sendable {
    package let firstName: String
    package let lastName: String
    package let birthDay: CivilDate

    package var fullName: String { "\(firstName) \(lastName)" }
    var key: NameKey { NameKey(firstName: firstName, lastName: lastName) }
}

/// A household that may be the one of a request, and why.
package struct RecognitionCandidate: Hashable, Sendable {
    package let family: Family
    /// A sentence for each likeness: "Léa Dupont\u{A0}: même nom, née le même jour".
    package let reasons: [String]
    /// Whether a child of the request is certainly there: same name, same birth day.
    package let hasSameChild: Bool
}

/// Why the staff cannot do what they asked: a sentence.
package struct RecognitionRefusal: Error, Hashable, Sendable {
    package let french: String
}
