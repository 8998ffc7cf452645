/// Somebody who wants the town to forget them (RGPD, art. 17), and what the town answered.
package struct ErasureRequest: Hashable, Sendable {
    package let id: Identifier<ErasureRequest>
    package let account: Identifier<Account>
    /// "Marie Dupont".
    package let name: String
    /// In the parent's words; may be empty.
    package let message: String
    package let createdAt: Instant
    package let state: State

    package enum State: Hashable, Sendable {
        case waiting
        case accepted(Instant, answer: String)
        case refused(Instant, answer: String)
    }

    /// The last day for an answer: a month (RGPD, art. 12.3).
    package var answerDay: CivilDate { ParisTime.date(createdAt).adding(days: 30) }

    package enum Field: String {
        case message
        case decision
        case answer = "reponse"
    }
}
