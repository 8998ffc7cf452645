package import PortalCore

/// The names of the form that answers a request.
package enum RecognitionAnswerField {
    /// A household's number, `create` or `refuse`.
    package static let answer = "reponse"
    package static let create = "creer"
    package static let refuse = "refuser"
    package static let reason = "raison"
}

/// One request: who asks, which households look like it, and the three answers.
package struct RecognitionCasePage: HTML {
    private let frame: PortalFrame
    private let request: RecognitionRequest
    private let candidates: [RecognitionCandidate]
    private let identity: VerifiedIdentity?
    private let form: FormState

    /// - Parameter identity: what FranceConnect has proven of the parent.
    package init(
        frame: PortalFrame,
        request: RecognitionRequest,
        candidates: [RecognitionCandidate],
        identity: VerifiedIdentity? = nil,
        form: FormState
    ) {
        self.frame = frame
        self.request = request
        self.candidates = candidates
        self.identity = identity
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: "Demande de \(request.adult.fullName)",
            crumbs: [Crumb("Familles", frame.links.to(.list(search: nil))), Crumb("Rattachements", frame.links.to(.recognitions))],
            form: form
        ) {
            RecognitionStateTag(state: request.state)
            Card("Le parent", icon: .user) {
                DefinitionList(facts)
                if let identity {
                    HTMLTemplates.Notice(.success, title: "Identité confirmée par FranceConnect") {
                        p { identity.french }
                        p { "Elle dit qui est le parent, pas de quels enfants\u{A0}: vérifiez-les avant de rattacher." }
                    }
                }
            }
            Card("Sa demande", icon: .request) { RecognitionFacts(request: request) }
            if request.state == .waiting { RecognitionAnswers(frame: frame, request: request, candidates: candidates, form: form) }
        }
    }

    private var facts: [Definition] {
        let adult = request.adult
        return [
            Definition("Nom", "\(adult.title.french) \(adult.fullName)"), Definition("Adresse", adult.address.line),
            Definition("Téléphone", adult.phone?.french ?? "–"),
            Definition("E-mail", "\(adult.email?.text ?? "–") (\(request.isEmailConfirmed ? "confirmé" : "pas encore confirmé"))"),
            Definition("Reçue le", request.createdAt.french),
        ]
    }
}

private struct RecognitionAnswers: HTML {
    let frame: PortalFrame
    let request: RecognitionRequest
    let candidates: [RecognitionCandidate]
    let form: FormState

    var body: some HTML {
        Card("Foyers qui ressemblent", icon: .search) {
            if candidates.isEmpty { p { "Aucun foyer connu n'a ces enfants ni ce parent." } }
            ForEach(candidates) { candidate in CandidateView(frame: frame, request: request, candidate: candidate) }
        }
        if !candidates.contains(where: \.hasSameChild) {
            Card("Un foyer nouveau", icon: .plus) {
                p { "Crée un foyer avec ce parent et ces enfants." }
                AnswerForm(frame: frame, request: request, answer: RecognitionAnswerField.create, label: "Créer le foyer", style: .secondary)
            }
        }
        Card("Refuser", icon: .cross) {
            HTMLTemplates.form(.method(.post), .action(frame.links.to(.recognition(request.id))), .novalidate()) {
                frame.token
                TextAreaField(RecognitionAnswerField.reason, "Raison", hint: "Le parent la lit telle quelle.", in: form)
                SubmitButton("Refuser", style: .danger, name: RecognitionAnswerField.answer, value: RecognitionAnswerField.refuse)
            }
        }
    }
}

private struct CandidateView: HTML {
    let frame: PortalFrame
    let request: RecognitionRequest
    let candidate: RecognitionCandidate

    var body: some HTML {
        section(.class("stack")) {
            h3 { "Foyer \(candidate.family.household.name)" }
            p(.class("hint")) { "\(candidate.family.household.address.line) · \(people)" }
            ul { ForEach(candidate.reasons) { reason in li { reason } } }
            AnswerForm(
                frame: frame,
                request: request,
                answer: String(candidate.family.household.id.rawValue),
                label: "Rattacher au foyer \(candidate.family.household.name)",
                style: candidate.hasSameChild ? .primary : .secondary
            )
        }
    }

    private var people: String { (candidate.family.adults.map(\.fullName) + candidate.family.children.map(\.fullName)).joined(separator: ", ") }
}

private struct AnswerForm: HTML {
    let frame: PortalFrame
    let request: RecognitionRequest
    let answer: String
    let label: String
    let style: ButtonStyle

    var body: some HTML {
        form(.method(.post), .action(frame.links.to(.recognition(request.id)))) {
            frame.token
            SubmitButton(label, style: style, name: RecognitionAnswerField.answer, value: answer)
        }
    }
}
