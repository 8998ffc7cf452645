/// Builds the tree of a document out of its events, within the limits.
struct YAMLComposer {
    private let events: YAMLEvents
    private var nodes = 0

    init(_ events: YAMLEvents) {
        self.events = events
    }

    /// The one document of the text.
    mutating func document() throws(YAMLProblem) -> YAMLNode {
        _ = try events.next()
        guard case .documentStart = try events.next() else { throw YAMLProblem(line: 1, message: "le fichier est vide") }
        let root = try node(try events.next(), depth: 1)
        _ = try events.next()
        guard case .streamEnd = try events.next() else { throw problem("un second document commence ici\u{A0}; le fichier n'en contient qu'un") }
        return root
    }

    private mutating func node(_ event: YAMLEvents.Event, depth: Int) throws(YAMLProblem) -> YAMLNode {
        let line = events.line
        nodes += 1
        guard nodes <= YAMLLimits.nodes else { throw problem("le fichier contient trop de valeurs") }
        guard depth <= YAMLLimits.depth else { throw problem("trop de niveaux imbriqués") }
        guard !events.isDecorated else { throw problem("les ancres (&) et les types (!) ne sont pas acceptés") }
        switch event {
        case .scalar(let text): return YAMLNode(line: line, content: .scalar(text))
        case .sequenceStart: return YAMLNode(line: line, content: .sequence(try sequence(depth: depth)))
        case .mappingStart: return YAMLNode(line: line, content: .mapping(try mapping(depth: depth)))
        case .alias: throw problem("les renvois (*) ne sont pas acceptés")
        default: throw problem("la syntaxe YAML n'est pas respectée")
        }
    }

    private mutating func sequence(depth: Int) throws(YAMLProblem) -> [YAMLNode] {
        var items: [YAMLNode] = []
        while true {
            let event = try events.next()
            if case .sequenceEnd = event { return items }
            items.append(try node(event, depth: depth + 1))
        }
    }

    private mutating func mapping(depth: Int) throws(YAMLProblem) -> [YAMLNode.Entry] {
        var entries: [YAMLNode.Entry] = []
        while true {
            let event = try events.next()
            if case .mappingEnd = event { return entries }
            let key = try node(event, depth: depth + 1)
            guard case .scalar(let name) = key.content else { throw YAMLProblem(line: key.line, message: "une clé doit être un mot") }
            let value = try node(try events.next(), depth: depth + 1)
            entries.append(YAMLNode.Entry(key: name, line: key.line, value: value))
        }
    }

    private func problem(_ message: String) -> YAMLProblem { YAMLProblem(line: events.line, message: message) }
}
