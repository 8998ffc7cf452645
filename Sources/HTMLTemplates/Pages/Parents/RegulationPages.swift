package import PortalCore

/// The règlements, with what the reader has accepted.
package struct RegulationsPage: HTML {
    private let frame: PortalFrame
    private let states: [RegulationState]

    package init(frame: PortalFrame, states: [RegulationState]) {
        self.frame = frame
        self.states = states
    }

    package var body: some HTML {
        PageLayout(frame.around(.planning), title: "Règlements", crumbs: [frame.homeCrumb]) {
            if states.isEmpty { EmptyState("Aucun règlement à accepter", icon: .check) { p { "Vous pouvez réserver." } } }
            ul(.class("list")) {
                ForEach(states) { state in
                    li {
                        a(.class("person"), .href(frame.links.to(.regulation(state.regulation.code)))) {
                            IconView(.file)
                            span(.class("person-text")) {
                                strong { state.regulation.title }
                                span(.class("hint")) { "Version \(state.regulation.version)" }
                            }
                            RegulationTag(state: state)
                            IconView(.next)
                        }
                    }
                }
            }
        }
    }
}

private struct RegulationTag: HTML {
    let state: RegulationState

    var body: some HTML {
        if let at = state.acceptedAt {
            StateTag("Accepté le \(at.frenchNumeric)", tone: .success)
        } else {
            StateTag("À accepter", tone: .warning)
        }
    }
}

/// One règlement, to be read and accepted.
package struct RegulationPage: HTML {
    package static let version = "version"

    private let frame: PortalFrame
    private let state: RegulationState

    package init(frame: PortalFrame, state: RegulationState) {
        self.frame = frame
        self.state = state
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.planning),
            title: state.regulation.title,
            introduction: "Version \(state.regulation.version).",
            crumbs: [frame.homeCrumb, Crumb("Règlements", frame.links.to(.regulations))]
        ) {
            section(.class("card")) { TownText(state.regulation.blocks) }
            if let at = state.acceptedAt {
                Notice(.success, title: "Vous avez accepté ce règlement") { p { "Le \(at.french)." } }
            } else {
                form(.method(.post), .action(frame.links.to(.regulation(state.regulation.code)))) {
                    frame.token
                    HiddenField(RegulationPage.version, state.regulation.version)
                    SubmitButton("J'ai lu ce règlement et je l'accepte", icon: .check)
                }
            }
        }
    }
}
