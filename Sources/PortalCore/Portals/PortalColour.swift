/// A town's colour, as its definition writes it: "#1D6F8A".
package struct PortalColour: Hashable, Sendable, DatabaseConvertible {
    package let red: UInt8
    package let green: UInt8
    package let blue: UInt8

    /// Reads "#RRGGBB"; nil for anything else.
    package init?(notation: some StringProtocol) {
        let bytes = Array(notation.utf8)
        guard bytes.count == 7, bytes[0] == UInt8(ascii: "#"), bytes.dropFirst().allSatisfy(PortalColour.isHexadecimal),
            let number = UInt32(notation.dropFirst(), radix: 16)
        else { return nil }
        red = UInt8(truncatingIfNeeded: number >> 16)
        green = UInt8(truncatingIfNeeded: number >> 8)
        blue = UInt8(truncatingIfNeeded: number)
    }

    /// "#1D6F8A".
    package var notation: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }

    package var databaseValue: DatabaseValue { .text(notation) }

    package init?(databaseValue: DatabaseValue) {
        guard case .text(let text) = databaseValue else { return nil }
        self.init(notation: text)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): true
        default: false
        }
    }
}
