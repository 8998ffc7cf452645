/// Asks another service something over HTTPS. What touches the network is given from outside, so that tests answer themselves.
package protocol RemoteExchange: Sendable {
    func answer(to request: RemoteRequest) async throws(RemoteFailure) -> RemoteAnswer
}

/// What is asked of another service.
package struct RemoteRequest: Hashable, Sendable {
    /// The whole address: "https://fcp.example/token". It never carries a secret.
    package let address: String
    package var headers: [Header] = []
    /// The fields of a posted form; nil for a GET.
    package var form: [Field]?
    /// Seconds after which nobody waits any more.
    package var patience = 10

    package struct Header: Hashable, Sendable {
        package let name: String
        package let value: String
    }

    package struct Field: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package init(_ address: String, headers: [Header] = [], form: [Field]? = nil, patience: Int = 10) {
        self.address = address
        self.headers = headers
        self.form = form
        self.patience = patience
    }
}

/// What it answered.
package struct RemoteAnswer: Hashable, Sendable {
    package let status: Int
    /// In lower case, without parameters: "application/json".
    package let contentType: String
    package let body: [UInt8]

    package init(status: Int, contentType: String, body: [UInt8]) {
        self.status = status
        self.contentType = String(contentType.lowercased().prefix { $0 != ";" && $0 != " " })
        self.body = body
    }

    /// The most that is read of an answer, in bytes.
    package static let longestBody = 256 * 1024
}

/// Why there is no answer.
package enum RemoteFailure: Error, Hashable, Sendable {
    /// The address is not one of HTTPS (or of this machine).
    case notSecure
    /// The name, the connection, the certificate or the time: the words are the library's, for the operator.
    case unreachable(String)
    case tooLong
    /// Too many requests wait already.
    case busy
}
