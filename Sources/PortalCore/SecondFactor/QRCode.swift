import CQRCode

/// A square of dark and light modules that a camera reads (ISO/IEC 18004), made by libqrencode.
package struct QRCode: Hashable, Sendable {
    /// Modules on a side, without the light margin.
    package let size: Int
    private let modules: [Bool]

    /// nil for a text that is too long, about two thousand bytes.
    package init?(_ text: String) {
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        size = Int(code.pointee.width)
        // The lowest bit of each byte is the colour.
        modules = UnsafeBufferPointer(start: code.pointee.data, count: size * size).map { $0 & 1 == 1 }
    }

    /// Whether a module is dark; rows from the top, columns from the left.
    package func isDark(row: Int, column: Int) -> Bool { modules[row * size + column] }
}
