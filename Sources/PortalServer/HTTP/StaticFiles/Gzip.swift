import CDeflate

/// Compression that every browser undoes (RFC 1952). The only file that knows libdeflate, which takes half of zlib's time for a page.
enum Gzip {
    /// How much time is given for fewer bytes.
    enum Effort: Int32 {
        /// For a page that is made once.
        case fast = 1
        /// For a file that is sent often.
        case small = 12
    }

    /// - Returns: nil when there is no memory for it.
    static func compress(_ bytes: [UInt8], _ effort: Effort) -> [UInt8]? {
        guard let compressor = libdeflate_alloc_compressor(effort.rawValue) else { return nil }
        defer { libdeflate_free_compressor(compressor) }
        let bound = libdeflate_gzip_compress_bound(compressor, bytes.count)
        let compressed = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            count = bytes.withUnsafeBytes { libdeflate_gzip_compress(compressor, $0.baseAddress, $0.count, output.baseAddress, bound) }
        }
        return compressed.isEmpty ? nil : compressed
    }
}
