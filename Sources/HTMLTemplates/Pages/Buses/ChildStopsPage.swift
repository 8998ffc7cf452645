package import PortalCore

/// A child's bus stops at an activity, for a parent to choose, or for the staff from the family's file.
package struct ChildStopsPage: HTML {
    private let family: FamilyFrame
    private let child: Child
    private let line: ChildBusLine
    private let earliest: CivilDate
    private let form: FormState

    /// - Parameter earliest: the first day on which a change may hold.
    package init(family: FamilyFrame, child: Child, line: ChildBusLine, earliest: CivilDate, form: FormState) {
        self.family = family
        self.child = child
        self.line = line
        self.earliest = earliest
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            family.page(in: .family),
            title: "Arrêts de car de \(family.name(of: child))",
            introduction: line.activity.name,
            crumbs: family.crumbs(to: child),
            form: form
        ) {
            ChildStopsForm(
                line: line,
                earliest: earliest,
                action: family.stops(child.id, activity: line.activity.code),
                frame: family.frame,
                form: form
            )
        }
    }
}
