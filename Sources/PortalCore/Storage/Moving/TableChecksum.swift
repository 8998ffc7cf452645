/// What a table's rows come to: their number, and a digest of every value in the order of the key. Bounded memory, whatever the table's size.
package struct TableChecksum: Hashable, Sendable {
    package private(set) var rows = 0
    private var digest: [UInt8] = []
    private var pending: [UInt8] = []

    private static let block = 64 * 1024

    /// Adds a row; the values carry their types and lengths, so that no two tables look alike by chance.
    mutating func add(_ values: [DatabaseValue]) {
        rows += 1
        for value in values {
            switch value {
            case .null: pending.append(0)
            case .integer: pending.append(1)
            case .text: pending.append(2)
            case .blob: pending.append(3)
            }
            let length = value.byteCount
            withUnsafeBytes(of: Int64(length).bigEndian) { pending += $0 }
            _ = value.append(to: &pending)
        }
        if pending.count >= TableChecksum.block { fold() }
    }

    /// The sum once every row is in.
    func finished() -> TableChecksum {
        var sum = self
        sum.fold()
        return sum
    }

    private mutating func fold() {
        digest = Sodium.digest(digest + pending, key: [])
        pending.removeAll(keepingCapacity: true)
    }
}

extension DatabaseValue {
    fileprivate var byteCount: Int {
        switch self {
        case .null: 0
        case .integer: 8
        case .text(let text): text.utf8.count
        case .blob(let bytes): bytes.count
        }
    }
}
