/// Made by a page that confirms, so that the same page sent twice acts once.
package struct IdempotencyKey: Hashable, Sendable {
    package let text: String

    /// nil for anything but 16 to 64 letters, digits, hyphens and underscores.
    package init?(_ text: some StringProtocol) {
        guard (16...64).contains(text.utf8.count), text.utf8.allSatisfy(IdempotencyKey.allows) else { return nil }
        self.text = String(text)
    }

    private static func allows(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
