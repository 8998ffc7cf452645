extension PortalSettings {
    /// The end of every mail: who writes, and how to reach the service.
    var mailSignature: String {
        (["-- ", portalName, name] + contacts.flatMap(\.lines) + ["", "Ce message est envoyé automatiquement par le portail."]).joined(
            separator: "\n"
        )
    }
}

extension PortalContact {
    /// "Guichet unique", then what leads there, a line each.
    fileprivate var lines: [String] { ["", name] + [address, phone, email, hours].compactMap(\.self) }
}
