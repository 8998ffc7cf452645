import PortalCore

extension DeliveryReport {
    /// The longest answer that is kept, in characters.
    private static let longestAnswer = 300

    /// The reports that a message brings, one for each recipient (RFC 3464); empty for any other message, or when it quotes no mail of ours.
    static func reports(in text: String) -> [DeliveryReport] {
        let parts = InternetMessage(InternetMessage.lines(of: text)).parts
        guard let status = parts.first(where: { ["message/delivery-status", "message/global-delivery-status"].contains($0.type) }),
            let quoted = parts.lazy.compactMap(\.quotedMessage).first, let reference = reference(of: quoted)
        else { return [] }
        // Groups of fields: the first is about the message, each of the others about a recipient.
        var groups: [InternetMessage] = []
        var rest = status.body
        while !rest.isEmpty {
            let group = InternetMessage(rest)
            if !group.fields.isEmpty { groups.append(group) }
            rest = group.body
        }
        return groups.dropFirst().map { DeliveryReport(of: $0, about: reference) }
    }

    private init(of group: InternetMessage, about reference: String) {
        let status = group["status"].flatMap { MailStatus(in: $0) }
        let words = group["diagnostic-code"].map(DeliveryReport.value) ?? group["status"] ?? "sans explication"
        let printable = words.unicodeScalars.filter { $0.properties.generalCategory != .control }
        self.init(
            reference: reference,
            recipient: group["final-recipient"].map(DeliveryReport.value).flatMap { EmailAddress($0.filter { !"<>".contains($0) }) },
            hasFailed: group["action"]?.lowercased() == "failed",
            status: status,
            answer: String(String(String.UnicodeScalarView(printable)).prefix(DeliveryReport.longestAnswer))
        )
    }

    /// What follows the type in "rfc822; marie@exemple.fr" and "smtp; 550 5.1.1 User unknown".
    private static func value(_ field: String) -> String {
        String((field.firstIndex(of: ";").map { field[field.index(after: $0)...] } ?? field[...]).trimmingSpaces)
    }

    /// What stands before the @ of a Message-ID.
    private static func reference(of message: InternetMessage) -> String? {
        guard let id = message["message-id"], let start = id.firstIndex(of: "<") else { return nil }
        let reference = id[id.index(after: start)...].prefix { $0 != "@" && $0 != ">" }
        return reference.isEmpty ? nil : String(reference)
    }
}

extension InternetMessage {
    /// The mail that a report gives back, whole or only its fields.
    fileprivate var quotedMessage: InternetMessage? {
        ["message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers"].contains(type) ? InternetMessage(body) : nil
    }
}
