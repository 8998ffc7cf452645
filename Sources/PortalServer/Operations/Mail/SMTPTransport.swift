import CCurl
import PortalCore

/// Hands letters to a mail server through libcurl, which keeps the connection between them.
///
/// Unchecked: libcurl's handle may be used by one thread at a time, and `MailDelivery` delivers on one thread only.
final class SMTPTransport: MailTransport, @unchecked Sendable {
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    private let server: SMTPServer
    private let handle: UnsafeMutableRawPointer

    /// nil when libcurl cannot start.
    init?(_ server: SMTPServer) {
        guard SMTPTransport.isReady, let handle = curl_easy_init() else { return nil }
        self.server = server
        self.handle = handle
    }

    deinit {
        curl_easy_cleanup(handle)
    }

    func deliver(_ letter: MailLetter) throws(MailRefusal) {
        var conversation = SMTPConversation(letter: Array(letter.text.utf8))
        let code = withUnsafeMutablePointer(to: &conversation) { perform(letter, conversation: $0) }
        guard code == CURLE_OK else { throw conversation.refusal(otherwise: String(cString: curl_easy_strerror(code))) }
    }

    private func perform(_ letter: MailLetter, conversation: UnsafeMutablePointer<SMTPConversation>) -> CURLcode {
        // Keeps the connection, forgets the last letter's options.
        curl_easy_reset(handle)
        guard let recipients = curl_slist_append(nil, "<\(letter.mail.recipient.text)>") else { return CURLE_OUT_OF_MEMORY }
        defer { curl_slist_free_all(recipients) }
        let encryption = server.mustEncrypt ? CURLUSESSL_ALL : CURLUSESSL_NONE
        let settings: [CURLcode] = [
            portal_curl_set_text(handle, CURLOPT_URL, server.address),
            portal_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps"),
            portal_curl_set_number(handle, CURLOPT_USE_SSL, Int(encryption.rawValue)),
            portal_curl_set_number(handle, CURLOPT_CONNECTTIMEOUT, 10),
            portal_curl_set_number(handle, CURLOPT_TIMEOUT, 30),
            portal_curl_set_number(handle, CURLOPT_NOSIGNAL, 1),
            portal_curl_set_text(handle, CURLOPT_MAIL_FROM, "<\(letter.sender.text)>"),
            portal_curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients),
            portal_curl_set_upload(handle, SMTPConversation.read, conversation),
            portal_curl_set_observer(handle, SMTPConversation.observe, conversation),
        ]
        if let failure = settings.first(where: { $0 != CURLE_OK }) { return failure }
        if let authorities = server.authorities {
            let failure = portal_curl_set_text(handle, CURLOPT_CAINFO, authorities)
            if failure != CURLE_OK { return failure }
        }
        if let user = server.user {
            let identity = [
                portal_curl_set_text(handle, CURLOPT_USERNAME, user), portal_curl_set_text(handle, CURLOPT_PASSWORD, server.password ?? ""),
            ]
            if let failure = identity.first(where: { $0 != CURLE_OK }) { return failure }
        }
        return curl_easy_perform(handle)
    }
}
