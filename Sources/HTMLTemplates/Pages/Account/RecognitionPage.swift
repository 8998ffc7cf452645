package import PortalCore

/// "Mon rattachement": what became of the request of somebody whom the town does not know yet.
package struct RecognitionPage: HTML {
    private let frame: PortalFrame
    private let request: RecognitionRequest?
    private let form: FormState

    /// - Parameters:
    ///   - request: the latest; nil when nothing was asked yet.
    ///   - form: the form to ask, shown when no request waits.
    package init(frame: PortalFrame, request: RecognitionRequest?, form: FormState) {
        self.frame = frame
        self.request = request
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.recognition),
            title: "Mon rattachement",
            introduction: "Votre compte est ouvert. Le service doit encore le relier à votre famille.",
            form: form
        ) {
            if let request { RecognitionState(request: request) }
            p {
                "Vous avez reçu une clé enfance\u{A0}? "
                a(.href(frame.links.to(.key))) { "Saisissez-la" }
                "\u{A0}: votre espace s'ouvre tout de suite."
            }
            if request?.state != .waiting { RecognitionAsk(frame: frame, form: form) }
        }
    }
}

private struct RecognitionState: HTML {
    let request: RecognitionRequest

    var body: some HTML {
        switch request.state {
        case .waiting:
            HTMLTemplates.Notice(.neutral, title: "Demande envoyée le \(request.createdAt.frenchNumeric)") {
                p { "Le service la lit et vous répond par courriel\u{A0}; la réponse est aussi ici. Vous n'avez rien d'autre à faire." }
            }
        case .accepted(let at):
            HTMLTemplates.Notice(.success, title: "Demande acceptée le \(at.frenchNumeric)") { p { "Votre espace est relié à votre famille." } }
        case .refused(let at, let reason):
            HTMLTemplates.Notice(.warning, title: "Demande refusée le \(at.frenchNumeric)") {
                TownText(TextBlock.blocks(of: reason))
                p { "Vous pouvez la compléter et l'envoyer de nouveau." }
            }
        }
        Card("Ma demande", icon: .request) { RecognitionFacts(request: request) }
    }
}

/// What a request says.
struct RecognitionFacts: HTML {
    let request: RecognitionRequest

    var body: some HTML {
        h3 { "Enfants" }
        ul { ForEach(request.children) { child in li { "\(child.fullName), \(child.birthDay.frenchWithoutWeekday)" } } }
        if !request.message.isEmpty {
            h3 { "Message" }
            TownText(TextBlock.blocks(of: request.message))
        }
    }
}

private struct RecognitionAsk: HTML {
    let frame: PortalFrame
    let form: FormState

    var body: some HTML {
        Card("Mes enfants", icon: .family) {
            HTMLTemplates.form(.method(.post), .action(frame.links.to(.recognition)), .novalidate(), .class("form")) {
                frame.token
                RecognitionFields(form: form)
                SubmitButton("Envoyer la demande")
            }
        }
    }
}
