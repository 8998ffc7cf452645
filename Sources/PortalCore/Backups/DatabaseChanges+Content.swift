extension DatabaseChanges {
    /// Its numbers on eight bytes each, the lowest first: page size, pages of the file, then each page after its number.
    var content: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16 + pages.count * (8 + pageSize))
        bytes.append(littleEndian: Int64(pageSize))
        bytes.append(littleEndian: Int64(databasePages))
        for (number, page) in pages.sorted(by: { $0.key < $1.key }) {
            bytes.append(littleEndian: Int64(number))
            bytes += page
        }
        return bytes
    }

    /// nil for bytes that are none.
    init?(content: [UInt8]) {
        guard content.count >= 16 else { return nil }
        let (pageSize, databasePages) = (Int(littleEndian: content[0..<8]), Int(littleEndian: content[8..<16]))
        guard (512...65_536).contains(pageSize), databasePages > 0, (content.count - 16).isMultiple(of: 8 + pageSize) else { return nil }
        var pages: [UInt32: [UInt8]] = [:]
        for start in stride(from: 16, to: content.count, by: 8 + pageSize) {
            guard let number = UInt32(exactly: Int(littleEndian: content[start..<start + 8])), number > 0 else { return nil }
            pages[number] = Array(content[start + 8..<start + 8 + pageSize])
        }
        self.init(pageSize: pageSize, databasePages: databasePages, pages: pages)
    }

    /// Puts the pages where they belong.
    func apply(to file: NewFile) throws(FileFailure) {
        for (number, page) in pages { try file.write(page, at: (Int(number) - 1) * pageSize) }
        try file.cut(at: databasePages * pageSize)
    }
}

extension Int {
    /// Reads eight bytes, the lowest first.
    init(littleEndian bytes: ArraySlice<UInt8>) {
        self = Int(truncatingIfNeeded: bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
}
