/// What became of a mail, as mail servers number it (RFC 3463): "5.1.1".
package struct MailStatus: Hashable, Sendable {
    package let statusClass: Int
    package let subject: Int
    package let detail: Int

    /// Reads the first number of that form: in "550 5.1.1 User unknown" and "550-5.1.1 The account…" too. nil when there is none.
    package init?(in text: some StringProtocol) {
        for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "-" }) {
            let numbers = word.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
            guard numbers.count == 3, let first = numbers[0], let second = numbers[1], let third = numbers[2], [2, 4, 5].contains(first),
                (0...999).contains(second), (0...999).contains(third)
            else { continue }
            (statusClass, subject, detail) = (first, second, third)
            return
        }
        return nil
    }

    /// Nothing will change that.
    package var isPermanent: Bool { statusClass == 5 }

    /// The recipient's address does not exist, and never will. Of the numbers about addresses, three are about the sender's (7 and 8) or about
    /// what a relay can do (9), and one says that the address is right (5).
    package var meansUnknownAddress: Bool { isPermanent && subject == 1 && ![5, 7, 8, 9].contains(detail) }

    package var text: String { "\(statusClass).\(subject).\(detail)" }
}
