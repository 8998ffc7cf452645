import PortalCore

/// The names of the form that ends sessions.
package enum SessionField {
    /// Which session; `everywhereElse` for all others.
    package static let session = "appareil"
    package static let everywhereElse = "autres"
}

/// Where the account is open, each with the button that ends it.
struct SessionList: HTML {
    let frame: PortalFrame
    let sessions: [OpenSession]

    var body: some HTML {
        form(.method(.post), .action(frame.links.to(.sessions))) {
            frame.token
            ul(.class("list")) { ForEach(sessions) { session in li { SessionRow(session: session) } } }
            if sessions.count > 1 {
                ButtonRow {
                    SubmitButton(
                        "Déconnecter tous les autres appareils",
                        style: .secondary,
                        icon: .exit,
                        name: SessionField.session,
                        value: SessionField.everywhereElse
                    )
                }
            }
        }
        p(.class("hint")) { "Un appareil que vous ne connaissez pas\u{A0}? Déconnectez-le, puis changez de mot de passe." }
    }
}

private struct SessionRow: HTML {
    let session: OpenSession

    var body: some HTML {
        div(.class("person")) {
            IconView(.phone)
            span(.class("person-text")) {
                strong { session.device.isEmpty ? "Appareil inconnu" : session.device }
                span(.class("hint")) { "Connecté le \(session.openedAt.frenchNumeric), vu le \(session.usedAt.frenchNumeric)" }
            }
            if session.isCurrent {
                StateTag("Cet appareil", tone: .accent)
            } else {
                SubmitButton("Déconnecter", style: .quiet, icon: .exit, name: SessionField.session, value: session.name)
            }
        }
    }
}
