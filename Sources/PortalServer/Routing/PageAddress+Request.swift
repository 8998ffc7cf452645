import HTMLTemplates

extension PageAddress {
    /// Where a request leads inside its portal, whose name is the first segment.
    init(_ request: HTTPRequest) {
        self.init(segments: Array(request.segments.dropFirst()), query: request.query.pairs.map { QueryItem($0.name, $0.value) })
    }
}
