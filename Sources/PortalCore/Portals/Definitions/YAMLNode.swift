/// A piece of a YAML document with the line where it stands, so that an error can name it.
///
/// Scalars stay text: "non", "07:30" and "12,50" mean what the field that reads them says.
package struct YAMLNode: Hashable, Sendable {
    /// Counted from 1.
    package let line: Int
    package let content: Content

    package indirect enum Content: Hashable, Sendable {
        case scalar(String)
        case sequence([YAMLNode])
        /// In the order of the file; a key may stand twice, its reader complains.
        case mapping([Entry])
    }

    package struct Entry: Hashable, Sendable {
        package let key: String
        package let line: Int
        package let value: YAMLNode
    }
}

/// Why a text is no YAML document that is accepted here, and the line.
package struct YAMLProblem: Error, Hashable, Sendable {
    /// Counted from 1.
    package let line: Int
    /// In French, for the person who edits the file.
    package let message: String
}
