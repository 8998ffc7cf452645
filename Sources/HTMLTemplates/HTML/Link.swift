import PortalCore

/// A page that can be linked to: the routes' enums say their address.
package protocol LinkTarget {
    /// The address from the root of the site, with its query: "/bondoufle/reservations?mois=2026-11".
    var address: String { get }
}

/// An address that is safe in `href`, `action` and `src`: no `javascript:`, no other site by surprise.
package struct Link: Hashable, Sendable {
    package let address: String

    /// A page of this site. An address that would leave it ("//autre.example", "javascript:…") becomes the front page.
    package init(_ target: some LinkTarget) {
        address = Link.staysHere(target.address) ? target.address : "/"
    }

    /// A place in the same page.
    package init(fragment: String) {
        address = "#" + Link.percentEncoded(fragment)
    }

    /// A mail to an address.
    package init(mailto recipient: String) {
        address = "mailto:" + Link.percentEncoded(recipient)
    }

    /// A telephone number, however it is punctuated: "01 39 74 29 12".
    package init(telephone number: String) {
        address = "tel:" + number.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
    }

    /// Another site; nil unless its address begins with "https://" and a host.
    package init?(website text: String) {
        let scheme = "https://"
        guard text.hasPrefix(scheme), let first = text.dropFirst(scheme.count).first, first.isLetter || first.isNumber,
            text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        address = text
    }

    /// A page of a service that the operator has set up, where the reader goes on; nil for an address that cannot be one.
    package init?(service text: String) {
        guard WebAddress(text) != nil else { return nil }
        address = text
    }

    /// An iCalendar file of this site that the device's calendar subscribes to; nil unless the address is one of the web.
    package init?(subscription address: String) {
        guard let rest = ["https://", "http://"].first(where: address.hasPrefix).map({ address.dropFirst($0.count) }),
            rest.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        self.address = "webcal://" + rest
    }

    /// A page of this site by its whole address, for a letter; nil when the address leads anywhere else.
    ///
    /// - Parameter site: where the site is reached from outside: "https://famille.example.fr".
    init?(letter address: String, within site: String) {
        guard ["https://", "http://"].contains(where: site.hasPrefix), address.hasPrefix(site),
            Link.staysHere(String(address.dropFirst(site.count)))
        else { return nil }
        self.address = address
    }

    /// The same page at one of its places.
    package func at(fragment: String) -> Link {
        Link(known: String(address.prefix { $0 != "#" }) + "#" + Link.percentEncoded(fragment))
    }

    private init(known address: String) {
        self.address = address
    }

    /// Browsers read "//host", "/\host" and addresses with a tab or a line break inside as another site.
    private static func staysHere(_ address: String) -> Bool {
        let bytes = address.utf8
        guard bytes.first == UInt8(ascii: "/") else { return false }
        return bytes.dropFirst().first != UInt8(ascii: "/") && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
    }

    private static func percentEncoded(_ text: String) -> String {
        let hexadecimal = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { encoded, byte in
            if isPlain(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += "%\(hexadecimal[Int(byte >> 4)])\(hexadecimal[Int(byte & 15)])"
            }
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "@"), UInt8(ascii: "+"): true
        default: false
        }
    }
}
