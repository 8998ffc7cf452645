import Synchronization

/// One sending of a form, known by the token of the page that showed it: what it asks for is done once, however often the browser sends it (a double
/// click, a line that was lost before the answer came).
///
/// A repeat is the same content from the same page as the last time. Other content from that page is another sending.
package struct FormSubmission: Sendable {
    /// Stands for the page's token.
    let form: SecretDigest
    /// Stands for the address and all that was typed.
    let content: SecretDigest
    /// This sending's own number: tells it from the same one that arrives at the same moment.
    let sender: [UInt8]
    private let claim = Claim()

    /// - Parameters:
    ///   - token: the page's, which nobody else knows.
    ///   - content: the address and the fields, in an order that does not change from one sending to the next.
    package init(token: String, content: [UInt8], from random: any RandomSource = SystemRandom()) {
        form = SecretDigest(of: token)
        self.content = SecretDigest(of: content)
        sender = random.bytes(16)
    }

    /// The sending that the running request answers: what is written meanwhile belongs to it.
    @TaskLocal package static var current: FormSubmission?

    /// Writes what does not belong to the form: a session that goes on, a wrong password that is counted.
    package static func aside<Result>(_ body: () async throws -> Result) async rethrows -> Result {
        try await $current.withValue(nil) { try await body() }
    }

    /// Whether something was written for it.
    package var hasWritten: Bool { claim.isMade.load(ordering: .acquiring) }

    func noteWritten() { claim.isMade.store(true, ordering: .releasing) }

    private final class Claim: Sendable {
        let isMade = Atomic<Bool>(false)
    }
}

/// The same form is being answered, or was answered, by another sending: nothing was written for this one.
package struct RepeatedForm: Error, Hashable, Sendable {
    package init() {}
}
