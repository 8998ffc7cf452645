/// What families may send, known by its first bytes whatever its name says.
package enum FileKind: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    case pdf
    case jpeg
    case png

    /// nil for anything else.
    package init?(_ bytes: [UInt8]) {
        if bytes.starts(with: Array("%PDF-".utf8)) {
            self = .pdf
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else {
            return nil
        }
    }

    package var contentType: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        }
    }

    package var suffix: String { self == .jpeg ? "jpg" : rawValue }

    /// Bytes of the largest file.
    package static let largest = 5 << 20

    /// The kind of a file that may be kept.
    ///
    /// - Throws: `FieldErrors` with the sentence next to the field.
    package static func checked(_ bytes: [UInt8], _ field: some RawRepresentable<String>) throws(FieldErrors) -> FileKind {
        guard bytes.count <= largest else { throw FieldErrors(field, "Ce fichier est trop lourd\u{A0}: 5\u{A0}Mo au plus.") }
        guard let kind = FileKind(bytes) else {
            throw FieldErrors(field, isHEIC(bytes) ? photographRefusal : "Envoyez un PDF ou une photo (JPEG ou PNG).")
        }
        return kind
    }

    private static let photographRefusal =
        "Cette photo est au format HEIC, que le service ne peut pas ouvrir. Sur un iPhone\u{A0}: Réglages, Appareil photo, Formats, "
        + "«\u{A0}Le plus compatible\u{A0}», puis reprenez la photo\u{A0}; ou envoyez une capture d'écran de la photo."

    /// ISO/IEC 14496-12: the brands of the photographs that telephones make (HEIF).
    private static func isHEIC(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 12, bytes[4..<8].elementsEqual("ftyp".utf8) else { return false }
        return ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"].contains { bytes[8..<12].elementsEqual($0.utf8) }
    }
}
