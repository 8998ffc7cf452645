/// One file that a family has sent, as it is listed; its bytes are asked for apart.
package struct FamilyFile<Owner>: Hashable, Sendable {
    package let id: Identifier<FamilyFile>
    package let kind: FileKind
    /// In bytes.
    package let size: Int
    package let sentAt: Instant
    /// Whether the antivirus has seen it: before that, nobody opens it.
    package let isScanned: Bool

    /// "PDF, 120 Ko".
    package var french: String {
        let kilobytes = max(1, (size + 512) / 1024)
        let weight = kilobytes < 1000 ? "\(kilobytes)\u{A0}Ko" : "\(kilobytes / 1024),\(kilobytes % 1024 * 10 / 1024)\u{A0}Mo"
        return "\(kind == .jpeg ? "Photo" : kind == .png ? "Image" : "PDF"), \(weight)"
    }
}

package typealias DocumentFile = FamilyFile<SupportingDocument>
package typealias Certificate = FamilyFile<Absence>
