import CCurl
import PortalCore

/// One letter's exchange with a mail server: what is still to be sent, and what was said last.
struct SMTPConversation {
    private let letter: [UInt8]
    private var sent = 0
    /// The verb of the last command: "RCPT". The rest of it may be a password.
    private var command = ""
    /// The last line that the server answered: "550 5.1.1 User unknown".
    private var answer = ""
    private var isOver = false

    init(letter: [UInt8]) {
        self.letter = letter
    }

    /// What the failure means: for ever when the server refused the recipient or the letter itself with 5xx (RFC 5321 section 4.2.1). A refused
    /// password or sender is the operator's to repair, and the letter waits for that.
    ///
    /// - Parameter cause: libcurl's words, for a failure without an answer.
    func refusal(otherwise cause: String) -> MailRefusal {
        let isRefused = answer.hasPrefix("4") || answer.hasPrefix("5")
        let isAboutTheLetter = command == "RCPT" || command == "DATA"
        return MailRefusal(isPermanent: answer.hasPrefix("5") && isAboutTheLetter, answer: isRefused ? answer : cause)
    }

    /// Gives libcurl the next bytes of the letter.
    static let read: portal_curl_reader = { buffer, size, count, context in
        guard let buffer, let context else { return 0 }
        let conversation = context.assumingMemoryBound(to: SMTPConversation.self)
        let start = conversation.pointee.sent
        let length = min(size * count, conversation.pointee.letter.count - start)
        conversation.pointee.letter.withUnsafeBytes { letter in
            UnsafeMutableRawBufferPointer(start: buffer, count: length).copyMemory(
                from: UnsafeRawBufferPointer(rebasing: letter[start..<start + length])
            )
        }
        conversation.pointee.sent += length
        return length
    }

    /// Notes the lines of the conversation, not the letter.
    static let observe: portal_curl_observer = { _, kind, data, size, context in
        guard let data, let context else { return 0 }
        let conversation = context.assumingMemoryBound(to: SMTPConversation.self)
        let line = UnsafeRawBufferPointer(start: data, count: size)
        if kind == CURLINFO_HEADER_OUT { conversation.pointee.note(command: line) }
        if kind == CURLINFO_HEADER_IN { conversation.pointee.note(answer: line) }
        return 0
    }

    private mutating func note(command line: UnsafeRawBufferPointer) {
        let verb = String(decoding: line.prefix(4), as: UTF8.self)
        // libcurl takes leave after a failure: what was said before is what matters.
        if verb == "QUIT" { isOver = true } else { command = verb }
    }

    /// Keeps what can be shown on one line, up to 300 characters.
    private mutating func note(answer line: UnsafeRawBufferPointer) {
        guard !isOver else { return }
        let printable = String(decoding: line, as: UTF8.self).unicodeScalars.filter { $0.properties.generalCategory != .control }
        answer = String(String(String.UnicodeScalarView(printable)).prefix(300))
    }
}
