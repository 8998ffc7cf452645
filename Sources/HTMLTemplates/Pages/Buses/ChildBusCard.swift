import PortalCore

/// The buses that a child takes, where its file is shown.
struct ChildBusCard: HTML {
    let line: ChildBusLine
    /// Named where the file is of several children.
    var child: Child?
    /// Where its stops are changed; nil for who may not.
    let change: Link?
    /// What to do instead of changing them.
    let advice: String?

    var body: some HTML {
        Card(["Car\u{A0}: \(line.activity.name)", child?.firstName].compactMap(\.self).joined(separator: ", "), icon: .place) {
            if line.isAnswered { ChildStopFacts(line: line) } else { StateTag("Arrêts à indiquer", tone: .warning) }
            if let change { ButtonRow { LinkButton(line.isAnswered ? "Changer les arrêts" : "Indiquer les arrêts", to: change, icon: .edit) } }
            if let advice { p(.class("hint")) { advice } }
        }
    }
}
