import CPostgreSQL

/// The types that the door writes and reads, by their numbers in the catalogue.
enum PostgreSQLType {
    /// Left to the engine to find.
    static let unknown: Oid = 0
    static let bytea: Oid = 17
    static let int8: Oid = 20
    static let text: Oid = 25

    /// The type that a value is sent as; a null has none of its own.
    static func sent(_ value: DatabaseValue) -> Oid? {
        switch value {
        case .null: nil
        case .integer: int8
        case .text: text
        case .blob: bytea
        }
    }
}

/// How a column's bytes are read.
enum PostgreSQLColumn {
    case integer
    case text
    case bytes

    /// nil for a type that the other engine would not give the same: a statement that needs it says CAST.
    init?(_ type: Oid) {
        switch type {
        // bool, int2, int4, int8, oid
        case 16, 21, 23, 20, 26: self = .integer
        // text, name, char(n), varchar
        case 25, 19, 1042, 1043: self = .text
        case 17: self = .bytes
        default: return nil
        }
    }

    /// Reads a value out of its binary form: integers come with their highest byte first.
    func value(_ bytes: UnsafeRawBufferPointer) -> DatabaseValue {
        switch self {
        case .integer:
            // Only a one-byte boolean and an oid have no sign.
            let isNegative = bytes.count > 1 && bytes.first.map { $0 & 0x80 != 0 } == true
            return .integer(bytes.reduce(isNegative ? -1 : 0) { $0 << 8 | Int64($1) })
        case .text: return .text(String(decoding: bytes, as: UTF8.self))
        case .bytes: return .blob([UInt8](bytes))
        }
    }
}

extension DatabaseValue {
    /// Appends the binary form; the number of bytes, or nil for a null.
    func append(to bytes: inout [UInt8]) -> Int? {
        switch self {
        case .null:
            return nil
        case .integer(let number):
            withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
            return 8
        case .text(let text):
            bytes += text.utf8
            return text.utf8.count
        case .blob(let blob):
            bytes += blob
            return blob.count
        }
    }
}
