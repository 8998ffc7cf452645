/// The mail server that a portal hands its letters to.
struct SMTPServer: Hashable, Sendable {
    /// "smtp://mail.ville.fr:587" (encryption begins after the greeting) or "smtps://mail.ville.fr" (from the first byte).
    let address: String
    let user: String?
    let password: String?
    /// The file of the authorities whose certificates are trusted (PEM); nil for those that the system trusts.
    let authorities: String?
    /// Whether the operator named those authorities for this server: then it must show their certificate, even on this machine.
    let isAlwaysChecked: Bool

    /// Reads an address; nil unless it names a scheme, a host and perhaps a port, and nothing else.
    init?(address: String, user: String?, password: String?, authorities: String? = nil, isAlwaysChecked: Bool = false) {
        guard let scheme = ["smtp://", "smtps://"].first(where: address.hasPrefix) else { return nil }
        let parts = address.dropFirst(scheme.count).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let isHost = parts.first.map { !$0.isEmpty && $0.utf8.allSatisfy(SMTPServer.isHostCharacter) } ?? false
        guard isHost, parts.count == 1 || UInt16(parts[1]).map({ $0 > 0 }) == true else { return nil }
        self.address = address
        self.user = user
        self.password = password
        self.authorities = authorities
        self.isAlwaysChecked = isAlwaysChecked
    }

    /// Whether the conversation must be encrypted, with a certificate that is checked. A relay on this machine often shows a certificate of its
    /// own making: nothing to protect there, and nothing to check it with, unless the operator says whom to trust.
    var mustEncrypt: Bool { !isOnThisMachine || isAlwaysChecked }

    /// Whether it runs on this machine, where a connection need not be encrypted.
    var isOnThisMachine: Bool {
        let host = address.drop { $0 != ":" }.dropFirst(3).prefix { $0 != ":" }
        return host == "localhost" || host == "127.0.0.1"
    }

    private static func isHostCharacter(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
}
