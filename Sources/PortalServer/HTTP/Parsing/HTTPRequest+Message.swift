extension HTTPRequest {
    /// What a handler gets of a message that was read off a connection.
    init(_ message: HTTPRequestReader.Message, remoteAddress: String, id: RequestIdentifier) throws(HTTPRefusal) {
        let head = message.head
        let storage = message.storage
        let path = head.path.isEmpty ? "/" : String(decoding: storage[head.path], as: UTF8.self)
        let host = (head.authority ?? head.host).map { String(decoding: storage[$0], as: UTF8.self) } ?? ""
        try self.init(
            head.method,
            path,
            rawQuery: head.query.map { storage[$0] },
            host: host,
            headers: HTTPHeaders(storage: storage, fields: head.fields),
            body: message.body,
            remoteAddress: remoteAddress,
            id: id
        )
    }
}
