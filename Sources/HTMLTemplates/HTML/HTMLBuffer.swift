/// The bytes of a page being written: the one place where text is escaped.
///
/// Markup is a `StaticString`, so only the source code can write it.
package struct HTMLBuffer: ~Copyable {
    private var bytes: [UInt8] = []
    /// Where the page's files are.
    let assets: AssetAddresses

    init(capacity: Int, assets: AssetAddresses) {
        self.assets = assets
        bytes.reserveCapacity(capacity)
    }

    consuming func finish() -> [UInt8] { bytes }

    /// Markup, as it is.
    mutating func raw(_ markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// One character of markup: cheaper than a literal.
    @inline(__always)
    mutating func raw(_ character: MarkupCharacter) {
        bytes.append(character.rawValue)
    }

    /// Text between tags.
    mutating func text(_ text: String) {
        escape(text) { byte in
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            default: nil
            }
        }
    }

    /// The text of an attribute, between double quotes.
    mutating func attributeText(_ text: String) {
        escape(text) { byte in
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "\""): "&quot;"
            case UInt8(ascii: "'"): "&#39;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            default: nil
            }
        }
    }

    /// A number in decimal digits, with no separator.
    mutating func number(_ number: Int) {
        if (0..<10).contains(number) {
            bytes.append(UInt8(ascii: "0") + UInt8(number))
        } else {
            bytes.append(contentsOf: String(number).utf8)
        }
    }

    /// Copies the runs between the bytes that need a replacement. Those are all ASCII, so no character is ever cut.
    @inline(__always)
    private mutating func escape(_ text: String, replacement: (UInt8) -> StaticString?) {
        var text = text
        text.withUTF8 { source in
            var copied = 0
            for index in source.indices {
                guard let replacement = replacement(source[index]) else { continue }
                if copied < index { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[copied..<index])) }
                raw(replacement)
                copied = index + 1
            }
            if copied < source.count { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[copied...])) }
        }
    }
}

/// The characters that tags are made of.
enum MarkupCharacter: UInt8 {
    case space = 0x20
    case quote = 0x22
    case slash = 0x2F
    case less = 0x3C
    case equals = 0x3D
    case greater = 0x3E
}
