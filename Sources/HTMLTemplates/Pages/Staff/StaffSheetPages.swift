package import PortalCore

/// The children whose sheets the reader may open.
package struct SheetListPage: HTML {
    private let frame: PortalFrame
    private let lines: [SheetLine]
    private let today: CivilDate

    package init(frame: PortalFrame, lines: [SheetLine], today: CivilDate) {
        self.frame = frame
        self.lines = lines
        self.today = today
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.sheets),
            title: "Fiches sanitaires",
            introduction: "Les enfants inscrits aujourd'hui là où vous travaillez. Chaque fiche ouverte est notée dans le journal.",
            crumbs: [Crumb("Aujourd'hui", frame.links.to(.home as StaffPage))]
        ) {
            if lines.isEmpty {
                EmptyState("Aucun enfant", icon: .family) { p { "Les enfants inscrits apparaîtront ici." } }
            } else {
                DataTable("Enfants inscrits", columns: ["Enfant", "École", "Fiche"]) {
                    ForEach(lines) { line in
                        tr {
                            th(.scope(.row)) {
                                a(.href(frame.links.to(.sheet(line.child.id) as StaffPage))) { "\(line.child.lastName) \(line.child.firstName)" }
                            }
                            td { line.child.schooling.words(on: today).joined(separator: ", ") }
                            td {
                                if let updatedAt = line.updatedAt {
                                    StateTag("Remplie le \(updatedAt.frenchNumeric)", tone: .success)
                                } else {
                                    StateTag("Vide", tone: .neutral)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A child's sheet as the staff read it.
package struct StaffSheetPage: HTML {
    private let frame: PortalFrame
    private let child: Child
    private let sheet: ChildSheet
    private let today: CivilDate

    package init(frame: PortalFrame, child: Child, sheet: ChildSheet, today: CivilDate) {
        self.frame = frame
        self.child = child
        self.sheet = sheet
        self.today = today
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.sheets),
            title: child.fullName,
            introduction: introduction,
            crumbs: [Crumb("Fiches sanitaires", frame.links.to(.sheets))]
        ) {
            if sheet.isEmpty {
                EmptyState("Fiche vide", icon: .file) { p { "Les parents n'ont encore rien dit. Le service peut leur rappeler de la remplir." } }
            } else {
                Card("École et classe", icon: .family) { SchoolingList(child.schooling) }
                ForEach(SheetSection.allCases) { section in StaffSheetSection(section: section, sheet: sheet, today: today) }
            }
        }
    }

    private var introduction: String {
        let parts = ["\(child.age(on: today))\u{A0}ans"] + child.schooling.words(on: today)
        let updated = sheet.updatedAt.map { "fiche du \($0.frenchNumeric)" } ?? ""
        return (parts + [updated]).filter { !$0.isEmpty }.joined(separator: " · ")
    }
}

private struct StaffSheetSection: HTML {
    let section: SheetSection
    let sheet: ChildSheet
    let today: CivilDate

    var body: some HTML {
        if section == .consents || section.fields.contains(where: { sheet[$0] != nil }) {
            Card(section.title, icon: section.icon) {
                ForEach(section.fields.compactMap { sheet.warning($0, on: today) }) { warning in StateTag(warning, tone: .warning) }
                DefinitionList(section.fields.compactMap(definition))
            }
        }
    }

    /// What was told; of the authorisations also those that were not given.
    private func definition(_ field: SheetField) -> Definition? {
        if section == .consents {
            guard let entry = sheet[field] else { return Definition(field.french, "Non") }
            return Definition(field.french, "Oui, dit le \(entry.givenAt.frenchNumeric) par \(entry.givenBy)")
        }
        return sheet.french(field).map { Definition(field.french, $0) }
    }
}
