import CPango

/// Pages of A4 in portrait, drawn with cairo, their text laid out by pango. Lengths are millimetres from the top left corner.
///
/// The text can be selected and read aloud: it is text in the file, not a picture of it.
package final class PDFDocument {
    private static let pointsPerMillimetre = 72 / 25.4
    private static let (width, height) = (210.0, 297.0)

    private let sink: Sink
    private let surface: OpaquePointer
    private let context: OpaquePointer

    /// What cairo hands over, piece by piece.
    private final class Sink {
        var bytes: [UInt8] = []
    }

    /// - Throws: `PDFFailure` when there is no memory for it.
    package init(title: String) throws(PDFFailure) {
        let sink = Sink()
        let surface = cairo_pdf_surface_create_for_stream(
            { closure, bytes, count in
                guard let closure, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
                let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
                sink.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
                return CAIRO_STATUS_SUCCESS
            },
            Unmanaged.passUnretained(sink).toOpaque(),
            PDFDocument.width * PDFDocument.pointsPerMillimetre,
            PDFDocument.height * PDFDocument.pointsPerMillimetre
        )
        guard let surface, let context = cairo_create(surface) else { throw PDFFailure(status: "no memory") }
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        if let options = cairo_font_options_create() {
            // Letters stand where the font says, not on the pixels of a screen.
            cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
            cairo_set_font_options(context, options)
            cairo_font_options_destroy(options)
        }
        self.sink = sink
        self.surface = surface
        self.context = context
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    /// Writes a paragraph and says how high it is.
    ///
    /// - Parameters:
    ///   - size: the height of the letters, in points.
    ///   - width: where its lines break.
    @discardableResult
    package func write(_ text: String, atX x: Double, y: Double, width: Double, size: Double, isBold: Bool = false) -> Double {
        guard let layout = pango_cairo_create_layout(context), let font = pango_font_description_new() else { return 0 }
        defer {
            pango_font_description_free(font)
            g_object_unref(UnsafeMutableRawPointer(layout))
        }
        let unit = Double(PANGO_SCALE) * PDFDocument.pointsPerMillimetre
        pango_context_set_round_glyph_positions(pango_layout_get_context(layout), 0)
        pango_font_description_set_family(font, "DejaVu Sans, Liberation Sans, sans-serif")
        pango_font_description_set_absolute_size(font, size * Double(PANGO_SCALE))
        if isBold { pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD) }
        pango_layout_set_font_description(layout, font)
        pango_layout_set_width(layout, Int32(width * unit))
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        pango_layout_set_text(layout, text, -1)
        cairo_move_to(context, points(x), points(y))
        pango_cairo_show_layout(context, layout)
        var height: Int32 = 0
        pango_layout_get_size(layout, nil, &height)
        return Double(height) / unit
    }

    /// Draws a QR code with its light margin inside a square.
    package func draw(_ code: QRCode, atX x: Double, y: Double, side: Double) {
        let module = side / Double(code.size)
        for row in 0..<code.size {
            for column in 0..<code.size where code.isDark(row: row, column: column) {
                let (left, top) = (x + Double(column) * module, y + Double(row) * module)
                cairo_rectangle(context, points(left), points(top), points(module), points(module))
            }
        }
        cairo_fill(context)
    }

    /// Frames something.
    package func frame(x: Double, y: Double, width: Double, height: Double) {
        cairo_set_line_width(context, 1)
        cairo_rectangle(context, points(x), points(y), points(width), points(height))
        cairo_stroke(context)
    }

    private func points(_ millimetres: Double) -> Double { millimetres * PDFDocument.pointsPerMillimetre }

    /// Ends the page: what comes next is on another one.
    package func endPage() { cairo_show_page(context) }

    /// The file. Nothing can be drawn afterwards.
    ///
    /// - Throws: `PDFFailure` when something went wrong on the way.
    package func finish() throws(PDFFailure) -> [UInt8] {
        cairo_surface_finish(surface)
        let status = cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else { throw PDFFailure(status: String(cString: cairo_status_to_string(status))) }
        return sink.bytes
    }
}

/// A document could not be made: cairo's own words.
package struct PDFFailure: Error, Hashable, Sendable {
    package let status: String
}
