/// A class of the French school, from the très petite section to the end of collège (code de l'éducation, art. D311-10 and D321-2).
package enum SchoolLevel: Int, CaseIterable, Hashable, Sendable {
    case tps, ps, ms, gs, cp, ce1, ce2, cm1, cm2, sixth, fifth, fourth, third

    /// "CE1".
    package var name: String {
        switch self {
        case .tps: "TPS"
        case .ps: "PS"
        case .ms: "MS"
        case .gs: "GS"
        case .cp: "CP"
        case .ce1: "CE1"
        case .ce2: "CE2"
        case .cm1: "CM1"
        case .cm2: "CM2"
        case .sixth: "6e"
        case .fifth: "5e"
        case .fourth: "4e"
        case .third: "3e"
        }
    }

    /// Reads the class as towns write it: "CE1", "ce1 B", "CE1 (Mme Aubry)", "Grande section", "6ème".
    ///
    /// nil for a class of several levels ("CE1-CE2"), and for one that names none ("ULIS").
    package init?(schoolClass: String) {
        let words = schoolClass.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map { NameKey.folded($0) }
        let levels = Set(words.compactMap { SchoolLevel.words[$0] })
        guard levels.count == 1, let level = levels.first else { return nil }
        self = level
    }

    /// The next year's; nil where a child leaves the school.
    package var next: SchoolLevel? {
        switch self {
        case .cm2, .third: nil
        default: SchoolLevel(rawValue: rawValue + 1)
        }
    }

    private static let words: [String: SchoolLevel] = {
        var words = Dictionary(allCases.map { (NameKey.folded($0.name), $0) }, uniquingKeysWith: { first, _ in first })
        for (word, level) in [("petite", ps), ("moyenne", ms), ("grande", gs)] { words[word] = level }
        for (digit, level) in [("6", sixth), ("5", fifth), ("4", fourth), ("3", third)] { words[digit + "eme"] = level }
        return words
    }()
}

/// The primary school that follows a nursery school, as the town names it.
package struct SchoolSuccession: Hashable, Sendable {
    package let nursery: String
    package let primary: String

    package init(nursery: String, primary: String) {
        self.nursery = nursery
        self.primary = primary
    }
}
