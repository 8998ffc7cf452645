package import PortalCore

/// A child's bus stops at an activity, for a parent to choose.
package struct ChildStopsPage: HTML {
    private let frame: PortalFrame
    private let child: Child
    private let line: ChildBusLine
    private let earliest: CivilDate
    private let form: FormState

    /// - Parameter earliest: the first day on which a change may hold.
    package init(frame: PortalFrame, child: Child, line: ChildBusLine, earliest: CivilDate, form: FormState) {
        self.frame = frame
        self.child = child
        self.line = line
        self.earliest = earliest
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.family),
            title: "Arrêts de car de \(child.firstName)",
            introduction: line.activity.name,
            crumbs: [
                frame.homeCrumb, Crumb("Ma famille", frame.links.to(.family)), Crumb(child.fullName, frame.links.to(.child(child.id))),
            ],
            form: form
        ) {
            ChildStopsForm(
                line: line,
                earliest: earliest,
                action: frame.links.to(FamilyFilePage.stops(child.id, activity: line.activity.code)),
                frame: frame,
                form: form
            )
        }
    }
}

/// The same for the staff, from the family's file.
package struct StaffChildStopsPage: HTML {
    private let frame: PortalFrame
    private let household: Household
    private let child: Child
    private let line: ChildBusLine
    private let earliest: CivilDate
    private let form: FormState

    /// - Parameter earliest: the first day on which a change may hold.
    package init(frame: PortalFrame, household: Household, child: Child, line: ChildBusLine, earliest: CivilDate, form: FormState) {
        self.frame = frame
        self.household = household
        self.child = child
        self.line = line
        self.earliest = earliest
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: "Arrêts de car de \(child.fullName)",
            introduction: line.activity.name,
            crumbs: [
                Crumb("Familles", frame.links.to(.list(search: nil))), Crumb("Foyer \(household.name)", frame.links.to(.household(household.id))),
            ],
            form: form
        ) {
            ChildStopsForm(
                line: line,
                earliest: earliest,
                action: frame.links.to(HouseholdDeskPage.stops(household.id, child.id, activity: line.activity.code)),
                frame: frame,
                form: form
            )
        }
    }
}

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
