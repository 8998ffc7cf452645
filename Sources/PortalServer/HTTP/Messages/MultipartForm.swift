/// A form with files (`multipart/form-data`, RFC 7578), read strictly: what a browser does not write is refused, not repaired.
struct MultipartForm: Sendable {
    /// A file of the form; one that was not chosen is there with no bytes.
    struct File: Sendable {
        let field: String
        let bytes: [UInt8]
    }

    /// The fields that are no files, in the order of the page.
    private(set) var fields = FormFields()
    private(set) var files: [File] = []

    /// The bytes of the file under a name; none when none was chosen.
    func bytes(of field: String) -> [UInt8] { files.first { $0.field == field }?.bytes ?? [] }

    /// The bytes of each chosen file under a name.
    func allBytes(of field: String) -> [[UInt8]] { files.filter { $0.field == field && !$0.bytes.isEmpty }.map(\.bytes) }

    /// Fields and files together.
    private static let mostParts = 500
    /// Bytes of a part's own header lines.
    private static let headLimit = 4096
}

extension MultipartForm {
    /// A form without files.
    init(_ fields: FormFields) { self.fields = fields }

    /// - Parameter boundary: without the two hyphens before it.
    init(_ body: [UInt8], boundary: String, limits: FormLimits = FormLimits()) throws(FormError) {
        var reader = PartReader(body, boundary: boundary)
        guard reader.takeFirstDelimiter() else { throw .malformed }
        repeat {
            guard fields.pairs.count + files.count < Self.mostParts else { throw .tooManyFields }
            let head = try PartHead(reader.takeHead(limit: Self.headLimit))
            guard head.name.utf8.count <= limits.nameBytes else { throw .fieldTooLong }
            guard let content = reader.takeContent() else { throw .malformed }
            if head.isFile {
                files.append(File(field: head.name, bytes: Array(content)))
            } else {
                guard content.count <= limits.valueBytes else { throw .fieldTooLong }
                guard let value = String(validating: content, as: UTF8.self), !content.contains(0) else { throw .malformed }
                fields.append(name: head.name, value: value)
            }
        } while try reader.takeNext()
    }

    /// The boundary of a body, out of its content type; nil for another type, or for a boundary that no browser makes.
    static func boundary(in contentType: String?) -> String? {
        guard let contentType, contentType.lowercased().hasPrefix("multipart/form-data;"),
            let start = contentType.lowercased().firstRange(of: "boundary=")
        else { return nil }
        let value = contentType[start.upperBound...].prefix { $0 != ";" && $0 != " " }
        let bare = value.hasPrefix("\"") && value.hasSuffix("\"") && value.count > 2 ? value.dropFirst().dropLast() : value
        let isSound = bare.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || "'()+_,-./:=?".utf8.contains(byte)
        }
        return (1...70).contains(bare.utf8.count) && isSound ? String(bare) : nil
    }
}

/// The header lines of one part.
private struct PartHead {
    let name: String
    let isFile: Bool

    init(_ bytes: ArraySlice<UInt8>?) throws(FormError) {
        guard let bytes, let text = String(validating: bytes, as: UTF8.self) else { throw .malformed }
        let prefix = "content-disposition: form-data; "
        // Swift counts a CRLF as one character.
        let lines = text.split(separator: "\r\n")
        guard let line = lines.first(where: { $0.lowercased().hasPrefix(prefix) }) else { throw .malformed }
        var values: [String: String] = [:]
        var rest = line.dropFirst(prefix.count)
        while !rest.isEmpty {
            guard let equals = rest.firstRange(of: "=\"") else { throw .malformed }
            let name = rest[..<equals.lowerBound].lowercased()
            let after = rest[equals.upperBound...]
            guard let end = after.firstIndex(of: "\"") else { throw .malformed }
            guard values.updateValue(String(after[..<end]), forKey: name) == nil else { throw .malformed }
            rest = after[after.index(after: end)...]
            if rest.hasPrefix("; ") { rest = rest.dropFirst(2) } else if !rest.isEmpty { throw .malformed }
        }
        guard let name = values["name"] else { throw .malformed }
        self.name = name
        isFile = values["filename"] != nil
    }
}

/// Walks through the parts of a body.
private struct PartReader {
    private let body: [UInt8]
    /// CRLF, two hyphens, the boundary.
    private let delimiter: [UInt8]
    private var position = 0

    init(_ body: [UInt8], boundary: String) {
        self.body = body
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// The body begins with the boundary, without the line break.
    mutating func takeFirstDelimiter() -> Bool {
        let first = delimiter.dropFirst(2)
        guard body.starts(with: first) else { return false }
        position = first.count
        return takeLineBreak()
    }

    /// The header lines up to the empty one, without it; nil when it does not come.
    mutating func takeHead(limit: Int) -> ArraySlice<UInt8>? {
        let end = min(body.count, position + limit)
        var index = position
        while index + 4 <= end {
            if body[index] == 13, body[index + 1] == 10, body[index + 2] == 13, body[index + 3] == 10 {
                defer { position = index + 4 }
                return body[position..<index]
            }
            index += 1
        }
        return nil
    }

    /// The bytes up to the next delimiter; nil when it does not come.
    mutating func takeContent() -> ArraySlice<UInt8>? {
        var index = position
        while index + delimiter.count <= body.count {
            if body[index] == 13, body[index..<index + delimiter.count].elementsEqual(delimiter) {
                defer { position = index + delimiter.count }
                return body[position..<index]
            }
            index += 1
        }
        return nil
    }

    /// After a delimiter: whether another part follows, or the end.
    mutating func takeNext() throws(FormError) -> Bool {
        if takeLineBreak() { return true }
        guard body[position...].elementsEqual("--\r\n".utf8) || body[position...].elementsEqual("--".utf8) else { throw .malformed }
        return false
    }

    private mutating func takeLineBreak() -> Bool {
        guard position + 2 <= body.count, body[position] == 13, body[position + 1] == 10 else { return false }
        position += 2
        return true
    }
}
