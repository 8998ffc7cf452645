/// Gives a form that is sent again the answer that it got the first time.
package struct FormSubmissionService: Sendable {
    private let portal: Portal
    /// How long a repeat waits for the first answer.
    private let patience: Duration

    /// Sendings are remembered for so many days: longer than anybody leaves a page open to send it again.
    private static let daysKept = 3

    package init(_ portal: Portal, patience: Duration = .seconds(5)) {
        self.portal = portal
        self.patience = patience
    }

    /// What became of a form that was sent before.
    package enum First: Hashable, Sendable {
        /// Nothing: it may be answered.
        case none
        case answer([UInt8])
        /// It was written; what it was answered is not known.
        case lost
    }

    /// Looks for a sending like this one, and waits for its answer if it is just being given.
    package func first(_ submission: FormSubmission) async throws -> First {
        let end = ContinuousClock.now + patience
        while true {
            switch try portal.database.read({ try FormSubmissionStore($0).known(submission) }) {
            case nil: return .none
            case .answered(let sealed): return .answer(try portal.vault.open(sealed, in: place(of: submission)))
            case .written:
                guard ContinuousClock.now < end else { return .lost }
                try await Task.sleep(for: .milliseconds(40))
            }
        }
    }

    /// Keeps the answer of a sending that has written something, sealed: it may open a session.
    package func keep(_ answer: [UInt8], of submission: FormSubmission) async throws {
        let sealed = portal.vault.seal(answer, in: place(of: submission))
        let oldest = portal.clock.now.adding(hours: -24 * Self.daysKept)
        try await FormSubmission.aside {
            try await portal.database.write { transaction in
                let store = FormSubmissionStore(transaction)
                try store.keep(sealed, of: submission)
                try store.deleteSent(before: oldest)
            }
        }
    }

    /// Forgets a sending whose answer leads nowhere: a refusal, a file. Sent again, it is answered anew.
    package func release(_ submission: FormSubmission) async throws {
        try await FormSubmission.aside { try await portal.database.write { try FormSubmissionStore($0).release(submission) } }
    }

    private func place(of submission: FormSubmission) -> String { "formulaire \(submission.form.text)" }
}
