package import PortalCore

/// The files that go with a change, in its own form; each may also be sent later.
struct JoinedFileFields: HTML {
    private let asks: [DocumentAsk]
    private let key: String
    private let form: FormState

    /// - Parameter key: makes a form that is sent twice keep its files once.
    init(_ asks: [DocumentAsk], key: String, in form: FormState) {
        self.asks = asks
        self.key = key
        self.form = form
    }

    var body: some HTML {
        if !asks.isEmpty {
            HiddenField(DocumentField.key.rawValue, key)
            ForEach(asks) { ask in
                FileField(
                    JoinedFiles.field(ask),
                    ask.subject.child == nil ? ask.type.name : "\(ask.type.name) (\(ask.subjectName))",
                    hint: "Vous pouvez aussi l'envoyer plus tard, depuis «\u{A0}Pièces justificatives\u{A0}».",
                    takesSeveral: true,
                    in: form
                )
            }
        }
    }
}

/// What a form with such files needs: which, and the key.
package struct JoinedForm: Sendable {
    package let asks: [DocumentAsk]
    package let key: String

    package init(asks: [DocumentAsk], key: String) {
        self.asks = asks
        self.key = key
    }

    /// Forms without files stay plain ones.
    var encoding: FormEncoding? { asks.isEmpty ? nil : .multipart }
}
