/// How much of a form is read before it is refused.
struct FormLimits: Sendable {
    /// The planning of a month for three children has some 500 boxes.
    var fieldCount = 4000
    /// Bytes of one name, decoded.
    var nameBytes = 256
    /// Bytes of one value, decoded.
    var valueBytes = 65536
}

/// Why a body is not a form that can be read.
enum FormError: Error, Equatable {
    /// The body is of another content type.
    case notAForm
    case tooManyFields
    case fieldTooLong
    /// A `%` without two hexadecimal digits after it, or bytes that are not UTF-8, or U+0000, which no text of a portal holds.
    case malformed
}

extension FormFields {
    /// Decodes `application/x-www-form-urlencoded` (WHATWG URL section 5.1), strictly: what is not UTF-8 is refused, not repaired.
    init(urlEncoded bytes: some Collection<UInt8>, limits: FormLimits = FormLimits()) throws(FormError) {
        self.init()
        for field in bytes.split(separator: UInt8(ascii: "&")) {
            guard pairs.count < limits.fieldCount else { throw .tooManyFields }
            let parts = field.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = try Self.decode(parts[0], upTo: limits.nameBytes)
            let value = try parts.count == 2 ? Self.decode(parts[1], upTo: limits.valueBytes) : ""
            append(name: name, value: value)
        }
    }

    private static func decode(_ bytes: some Collection<UInt8>, upTo limit: Int) throws(FormError) -> String {
        guard let text = PercentEncoding.decode(bytes, plusIsSpace: true), !text.utf8.contains(0) else { throw .malformed }
        guard text.utf8.count <= limit else { throw .fieldTooLong }
        return text
    }
}
