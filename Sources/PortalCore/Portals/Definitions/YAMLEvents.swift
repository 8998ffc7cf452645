import CYAML

/// The events of a YAML text, one after the other. The only file that touches libyaml's pointers.
final class YAMLEvents {
    /// What libyaml says next.
    enum Event {
        case scalar(String)
        case sequenceStart, sequenceEnd
        case mappingStart, mappingEnd
        case documentStart, documentEnd
        case streamStart, streamEnd
        case alias
    }

    /// The line of the last event, counted from 1.
    private(set) var line = 1
    /// Whether the last event carried an anchor or a tag.
    private(set) var isDecorated = false

    private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    private let input: UnsafeMutableBufferPointer<UInt8>
    private let isReady: Bool

    init(_ bytes: [UInt8]) {
        input = .allocate(capacity: bytes.count)
        _ = input.initialize(from: bytes)
        isReady = yaml_parser_initialize(parser) == 1
        guard isReady else { return }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
    }

    deinit {
        if isReady { yaml_parser_delete(parser) }
        parser.deallocate()
        input.deallocate()
    }

    /// Reads the next event.
    func next() throws(YAMLProblem) -> Event {
        guard isReady else { throw YAMLProblem(line: 1, message: "mémoire insuffisante") }
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw problem() }
        defer { yaml_event_delete(&event) }
        line = Int(event.start_mark.line) + 1
        isDecorated = false
        switch event.type {
        case YAML_SCALAR_EVENT:
            isDecorated = event.data.scalar.anchor != nil || event.data.scalar.tag != nil
            let text = UnsafeBufferPointer(start: event.data.scalar.value, count: event.data.scalar.length)
            return .scalar(String(decoding: text, as: UTF8.self))
        case YAML_SEQUENCE_START_EVENT:
            isDecorated = event.data.sequence_start.anchor != nil || event.data.sequence_start.tag != nil
            return .sequenceStart
        case YAML_MAPPING_START_EVENT:
            isDecorated = event.data.mapping_start.anchor != nil || event.data.mapping_start.tag != nil
            return .mappingStart
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_STREAM_START_EVENT: return .streamStart
        case YAML_ALIAS_EVENT: return .alias
        default: return .streamEnd
        }
    }

    private func problem() -> YAMLProblem {
        let words = parser.pointee.problem.map { String(cString: $0) } ?? ""
        if parser.pointee.error == YAML_READER_ERROR {
            let before = input.prefix(Int(parser.pointee.problem_offset))
            return YAMLProblem(line: before.count { $0 == UInt8(ascii: "\n") } + 1, message: "un caractère de contrôle n'a pas sa place ici")
        }
        return YAMLProblem(line: Int(parser.pointee.problem_mark.line) + 1, message: YAMLProblem.inFrench(words))
    }
}
