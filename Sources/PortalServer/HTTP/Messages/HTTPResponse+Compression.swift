extension HTTPResponse {
    func compressed(for request: HTTPRequest) -> HTTPResponse { self }
}
