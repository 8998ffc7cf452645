/// What somebody typed to find a family: the beginnings of words of the names of a household, its adults and its children, in any order.
///
/// "dupont lea" finds the household where a Dupont and a Léa live. Case, accents, hyphens and apostrophes do not count.
package struct FamilySearch: Hashable, Sendable {
    /// The words, folded, each at least two letters long.
    let words: [String]

    /// nil when nothing can be searched: no word of two letters or more.
    package init?(_ typed: String) {
        let typed = typed.prefix(200).split(whereSeparator: \.isWhitespace).map(NameKey.folded).filter { $0.unicodeScalars.count >= 2 }
        guard !typed.isEmpty else { return nil }
        words = Array(typed.prefix(8))
    }

    /// The words of a name as they are stored, each once: "Anne-Loïse Le Goff" is anneloise, anne, loise, le and goff.
    static func words(of name: String) -> [String] {
        let wholes = name.split(whereSeparator: \.isWhitespace)
        let parts = wholes.flatMap { [$0] + $0.split { "-'’.,/".contains($0) } }
        var seen: Set<String> = []
        return parts.map(NameKey.folded).filter { !$0.isEmpty && seen.insert($0).inserted }
    }
}

/// A family that a search found.
package struct FoundFamily: Hashable, Sendable {
    package let family: Family
    /// How many of its adults have an account.
    package let accounts: Int

    package init(family: Family, accounts: Int) {
        self.family = family
        self.accounts = accounts
    }
}
