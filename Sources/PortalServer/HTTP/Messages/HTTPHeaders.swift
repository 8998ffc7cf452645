/// The header fields of a message, in their order; names are looked up without regard to case.
///
/// One byte storage and offsets into it: a request's fields are read where they arrived and become strings only when asked for.
struct HTTPHeaders: Sendable {
    /// Where one field lies in the storage.
    struct Field: Sendable, Equatable {
        let name: Range<UInt32>
        let value: Range<UInt32>

        init(name: Range<Int>, value: Range<Int>) {
            self.name = UInt32(name.lowerBound)..<UInt32(name.upperBound)
            self.value = UInt32(value.lowerBound)..<UInt32(value.upperBound)
        }
    }

    private(set) var storage: [UInt8]
    private(set) var fields: [Field]

    init() {
        storage = []
        fields = []
    }

    /// Fields that a parser has found in a message's head.
    init(storage: [UInt8], fields: [Field]) {
        self.storage = storage
        self.fields = fields
    }

    /// The value of the first field of that name.
    subscript(_ name: String) -> String? {
        first(name).map { String(decoding: storage[Int($0.value.lowerBound)..<Int($0.value.upperBound)], as: UTF8.self) }
    }

    /// The values of all fields of that name, in order.
    func all(_ name: String) -> [String] {
        fields.filter { matches($0, name) }.map { String(decoding: bytes($0.value), as: UTF8.self) }
    }

    func contains(_ name: String) -> Bool { first(name) != nil }

    /// Adds a field after the others. Line breaks and control characters in a value become spaces, so that no value can add a line.
    mutating func append(_ name: String, _ value: String) {
        let start = storage.count
        storage.append(contentsOf: name.utf8)
        let middle = storage.count
        storage.append(contentsOf: value.utf8)
        for index in middle..<storage.count where storage[index] < 0x20 || storage[index] == 0x7F { storage[index] = 0x20 }
        fields.append(Field(name: start..<middle, value: middle..<storage.count))
    }

    /// Puts one field in place of all those of that name.
    mutating func set(_ name: String, _ value: String) {
        remove(name)
        append(name, value)
    }

    mutating func remove(_ name: String) {
        fields = fields.filter { !matches($0, name) }
    }

    /// The bytes of a field's name or value.
    func bytes(_ range: Range<UInt32>) -> ArraySlice<UInt8> { storage[Int(range.lowerBound)..<Int(range.upperBound)] }

    private func first(_ name: String) -> Field? { fields.first { matches($0, name) } }

    private func matches(_ field: Field, _ name: String) -> Bool {
        guard field.name.count == name.utf8.count else { return false }
        var index = Int(field.name.lowerBound)
        for byte in name.utf8 {
            if storage[index].asciiLowercased != byte.asciiLowercased { return false }
            index += 1
        }
        return true
    }
}

extension HTTPHeaders: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, String)...) {
        self.init()
        for (name, value) in elements { append(name, value) }
    }
}

extension HTTPHeaders: Sequence {
    /// Each field's name as it was written, and its value.
    func makeIterator() -> AnyIterator<(name: String, value: String)> {
        var index = 0
        return AnyIterator {
            guard index < fields.count else { return nil }
            defer { index += 1 }
            return (String(decoding: bytes(fields[index].name), as: UTF8.self), String(decoding: bytes(fields[index].value), as: UTF8.self))
        }
    }
}
