/// A file that a parent may send, with its kind.
struct CheckedFile: Hashable, Sendable {
    let kind: FileKind
    let bytes: [UInt8]

    /// - Throws: `FieldErrors` with the sentence next to the field.
    init(_ bytes: [UInt8], _ field: some RawRepresentable<String>) throws(FieldErrors) {
        kind = try FileKind.checked(bytes, field)
        self.bytes = bytes
    }

    /// Those of a field that takes several; a file that was not chosen has no bytes.
    ///
    /// - Parameter missing: the sentence for no file at all; nil where none is needed.
    /// - Throws: `FieldErrors` with the sentence next to the field.
    static func all(_ files: [[UInt8]], _ field: some RawRepresentable<String>, missing: String?) throws(FieldErrors) -> [CheckedFile] {
        var checked: [CheckedFile] = []
        for bytes in files where !bytes.isEmpty { checked.append(try CheckedFile(bytes, field)) }
        if checked.isEmpty, let missing { throw FieldErrors(field, missing) }
        return checked
    }
}
