/// The rest of a response that is too large to be held whole: parts, each made when the one before it has been taken.
struct HTTPBodyStream: Sendable {
    /// Bytes of all the parts together, known beforehand.
    let length: Int
    /// The next part, on a worker; nil when there is none. Parts that end too early cut the connection, so that the client sees it.
    let next: @Sendable () async throws -> [UInt8]?
}
