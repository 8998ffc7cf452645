import CJansson

/// Why bytes are no JSON that is accepted here.
package struct JSONProblem: Error, Hashable, Sendable {
    package let message: String
}

extension JSONValue {
    /// Reads one object or list, strictly: a name that stands twice, bytes that are no UTF-8, U+0000 in a text or anything after the end is refused.
    ///
    /// The one place that touches jansson. It stops at 2048 levels of nesting; the caller bounds the bytes.
    package init(json bytes: [UInt8]) throws(JSONProblem) {
        var problem = json_error_t()
        let root = bytes.withUnsafeBytes {
            json_loadb($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count, Int(JSON_REJECT_DUPLICATES), &problem)
        }
        guard let root else { throw JSONProblem(message: "JSON illisible, ligne \(problem.line)") }
        defer { portal_json_release(root) }
        self.init(root)
    }

    private init(_ value: UnsafePointer<json_t>) {
        switch portal_json_type(value) {
        case JSON_OBJECT: self = .object(JSONValue.members(of: value))
        case JSON_ARRAY: self = .list((0..<json_array_size(value)).compactMap { json_array_get(value, $0).map { JSONValue($0) } })
        case JSON_STRING: self = .text(JSONValue.text(json_string_value(value), json_string_length(value)))
        case JSON_INTEGER: self = .whole(json_integer_value(value))
        case JSON_REAL: self = .fraction(json_real_value(value))
        case JSON_TRUE: self = .flag(true)
        case JSON_FALSE: self = .flag(false)
        default: self = .null
        }
    }

    private static func members(of object: UnsafePointer<json_t>) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        let object = UnsafeMutablePointer(mutating: object)
        var place = json_object_iter(object)
        while let found = place {
            if let name = json_object_iter_key(found), let value = json_object_iter_value(found) {
                members[String(cString: name)] = JSONValue(value)
            }
            place = json_object_iter_next(object, found)
        }
        return members
    }

    private static func text(_ start: UnsafePointer<CChar>?, _ count: Int) -> String {
        let bytes = UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
        return String(decoding: bytes, as: UTF8.self)
    }
}
