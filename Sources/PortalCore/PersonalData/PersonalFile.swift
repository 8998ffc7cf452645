/// A file that somebody has sent, as it stands in the archive of their data.
package struct PersonalFile: Hashable, Sendable {
    /// Where it is in the archive: "pieces/2026-09-03 Assurance scolaire - Léa.pdf".
    package let path: String
    /// In bytes.
    package let size: Int
    let file: FiledFile
}

/// Names for files of an archive, which every system can unpack: in one folder, readable, each once, whatever the words hold.
struct ArchiveNames {
    private var taken: Set<String> = []
    /// Bytes of a name, well below what file systems take (255).
    private static let longest = 120

    /// A name that is not taken: letters, digits and the signs that mean nothing to any file system.
    mutating func path(in folder: String, _ words: String, suffix: String) -> String {
        let safe = words.map { $0.isLetter || $0.isNumber || "-'(),.".contains($0) ? $0 : " " }
        var name = String(safe).split(separator: " ").joined(separator: " ")
        while name.utf8.count > Self.longest { name.removeLast() }
        name = String(name.drop { " .-".contains($0) })
        while let last = name.last, " .-".contains(last) { name.removeLast() }
        let known = name.isEmpty ? "fichier" : name
        let numbered = sequence(first: 1) { $0 + 1 }.lazy.map { $0 == 1 ? known : "\(known) (\($0))" }
        // Some systems take capitals for the same letters.
        let free = numbered.first { !taken.contains("\(folder)/\($0)".lowercased()) } ?? known
        taken.insert("\(folder)/\(free)".lowercased())
        return "\(folder)/\(free).\(suffix)"
    }
}
