import PortalCore

/// A child's schools and classes, the latest year first.
struct SchoolingList: HTML {
    private let schooling: Schooling

    init(_ schooling: Schooling) {
        self.schooling = schooling
    }

    var body: some HTML {
        if schooling.placements.isEmpty {
            p { "Aucune école n'est indiquée." }
        } else {
            DefinitionList(schooling.placements.reversed().map { Definition($0.year.name, words(of: $0)) })
        }
    }

    private func words(of placement: SchoolPlacement) -> String {
        placement.words.isEmpty ? "Aucune école de la commune" : placement.words.joined(separator: ", ")
    }
}
