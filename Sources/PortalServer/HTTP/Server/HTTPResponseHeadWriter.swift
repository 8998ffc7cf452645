import Glibc

/// Writes the heads of responses, one after another into the same buffer.
struct HTTPResponseHeadWriter {
    private(set) var bytes: [UInt8] = []
    private var date: [UInt8] = []
    private var dateSecond: time_t = -1

    /// Puts a response's status line and fields into `bytes`.
    mutating func write(_ response: HTTPResponse, for exchange: HTTPConnection.Exchange, microseconds: Int64) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(text: "HTTP/1.1 ")
        bytes.append(number: response.status.code)
        bytes.append(UInt8(ascii: " "))
        bytes.append(text: response.status.reason)
        bytes.append(text: "\r\nDate: ")
        refreshDate()
        bytes.append(contentsOf: date)
        bytes.append(text: "\r\n")
        appendFields(of: response.headers)
        if response.status.allowsBody {
            bytes.append(text: "Content-Length: ")
            bytes.append(number: response.contentLength)
            bytes.append(text: "\r\n")
        }
        if !exchange.keepsAlive {
            bytes.append(text: "Connection: close\r\n")
        } else if exchange.minorVersion == 0 {
            bytes.append(text: "Connection: keep-alive\r\n")
        }
        appendTiming(microseconds)
    }

    /// The handler's fields, without those that are the server's business.
    private mutating func appendFields(of headers: HTTPHeaders) {
        for field in headers.fields {
            let name = headers.bytes(field.name)
            switch name.count {
            case 4 where name.isName("date"), 10 where name.isName("connection"): continue
            case 14 where name.isName("content-length"), 17 where name.isName("transfer-encoding"): continue
            default: break
            }
            bytes.append(contentsOf: name)
            bytes.append(text: ": ")
            bytes.append(contentsOf: headers.bytes(field.value))
            bytes.append(text: "\r\n")
        }
    }

    /// How long the answer took, in milliseconds (Server Timing, W3C).
    private mutating func appendTiming(_ microseconds: Int64) {
        bytes.append(text: "Server-Timing: app;dur=")
        bytes.append(number: Int(microseconds / 1000))
        bytes.append(UInt8(ascii: "."))
        let rest = Int(microseconds % 1000)
        if rest < 100 { bytes.append(UInt8(ascii: "0")) }
        if rest < 10 { bytes.append(UInt8(ascii: "0")) }
        bytes.append(number: rest)
        bytes.append(text: "\r\n\r\n")
    }

    private mutating func refreshDate() {
        let now = time(nil)
        guard now != dateSecond else { return }
        dateSecond = now
        date = HTTPDate.bytes(of: now)
    }
}

extension ArraySlice<UInt8> {
    fileprivate func isName(_ name: StaticString) -> Bool { name.withUTF8Buffer { elementsEqual($0) { $0.asciiLowercased == $1 } } }
}

extension [UInt8] {
    mutating func append(text: StaticString) { text.withUTF8Buffer { append(contentsOf: $0) } }

    /// A number that is not negative, in decimal digits.
    mutating func append(number: Int) {
        if number >= 10 { append(number: number / 10) }
        append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}
