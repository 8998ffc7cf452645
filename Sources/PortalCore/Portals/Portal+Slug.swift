extension Portal {
    /// Whether a text may be a portal's name in addresses and files: lower-case letters, digits and single hyphens between them, 40 at most.
    package static func isSlug(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isSound = parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
        }
        return isSound && text.utf8.count <= 40
    }
}
