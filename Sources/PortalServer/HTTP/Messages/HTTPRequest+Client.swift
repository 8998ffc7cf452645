extension HTTPRequest {
    /// The address of the browser, for the delays after wrong passwords: the peer's, or where the peer is a reverse proxy on this machine, the one
    /// that the proxy names.
    ///
    /// A proxy adds the address that it sees to the end of `X-Forwarded-For`; what stands before it is whatever the client wrote. The field is read
    /// from a loopback peer only: from any other it would let an attacker choose its address.
    var clientAddress: String {
        guard remoteAddress == "::1" || remoteAddress.hasPrefix("127."),
            let named = headers.all("X-Forwarded-For").last?.split(separator: ",").last?.filter({ $0 != " " }),
            (2...45).contains(named.utf8.count), named.utf8.allSatisfy(Self.mayStandInAddress)
        else { return remoteAddress }
        return named
    }

    private static func mayStandInAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): true
        case UInt8(ascii: "."), UInt8(ascii: ":"): true
        default: false
        }
    }
}
