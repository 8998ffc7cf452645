extension PortalSettings {
    /// The end of every mail: who writes, how to reach the service, and what becomes of an answer.
    var mailSignature: String {
        let groups = [[portalName, name]] + contacts.map(\.lines) + [[answering, "Nous ne vous demandons jamais votre mot de passe."]]
        return Mail.signatureMark + "\n" + groups.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    /// The service to which mail programs send an answer (Reply-To); nil when the town gives no address for that.
    package var answersGoTo: EmailAddress? { contacts.lazy.compactMap(\.email).compactMap { EmailAddress($0) }.first }

    private var answering: String {
        answersGoTo == nil
            ? "Ce message est automatique\u{A0}: une réponse ne nous parviendrait pas."
            : "Ce message est automatique, mais vous pouvez y répondre\u{A0}: le service vous lira."
    }
}

extension PortalContact {
    /// "Guichet unique", then what leads there, a line each.
    fileprivate var lines: [String] { [name] + [address, phone, email, hours].compactMap(\.self) }
}
