import PortalCore

/// A QR code as a drawing: dark on light whatever the page's colours, with the light margin that cameras need.
struct QRCodeView: HTML {
    typealias Body = Nothing

    /// Four light modules on each side (ISO/IEC 18004).
    private static let margin = 4

    private let code: QRCode
    private let label: String

    /// - Parameter label: what it leads to, for who does not see it.
    init(_ code: QRCode, label: String) {
        self.code = code
        self.label = label
    }

    static func render(_ html: QRCodeView, into buffer: inout HTMLBuffer) {
        let side = html.code.size + 2 * margin
        buffer.raw("<svg class=\"qr\" role=\"img\" aria-label=\"")
        buffer.attributeText(html.label)
        buffer.raw("\" viewBox=\"0 0 ")
        buffer.text("\(side) \(side)")
        buffer.raw("\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"")
        buffer.text("M0 0h\(side)v\(side)H0z")
        buffer.raw("\"/><path fill=\"#000\" d=\"")
        for row in 0..<html.code.size {
            for column in 0..<html.code.size where html.code.isDark(row: row, column: column) {
                buffer.text("M\(column + margin) \(row + margin)h1v1h-1z")
            }
        }
        buffer.raw("\"/></svg>")
    }
}
