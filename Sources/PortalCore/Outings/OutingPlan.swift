/// What is particular to an outing (sortie): children come on its dates without being enrolled in it beforehand.
package struct OutingPlan: Hashable, Sendable {
    /// Where and when the children meet, in the words that parents read.
    package let meeting: String
    /// The codes of the activities of which a child must be enrolled in one; none: every child of the groups' ages may come.
    package let participants: [String]

    package init(meeting: String, participants: [String] = []) {
        self.meeting = meeting
        self.participants = participants
    }

    /// "Rendez-vous : à 13 h 15 devant le centre".
    package static func words(_ meeting: String) -> String { "Rendez-vous\u{A0}: \(meeting.trimmingSpaces)" }
}
