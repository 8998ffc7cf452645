package import PortalCore

/// "Passage à l'année suivante": what becomes of every child, school by school, and the one button that writes it.
package struct YearPassagePage: HTML {
    /// The name of the form's buttons.
    package static let decision = "decision"
    /// The year that the reader has seen.
    package static let year = "annee"

    package enum Decision: String {
        case confirm = "confirmer"
        case undo = "annuler"
    }

    private let frame: PortalFrame
    private let preview: PassagePreview
    private let school: String?
    private let today: CivilDate

    /// - Parameter school: the one whose children are shown; nil for the first.
    package init(frame: PortalFrame, preview: PassagePreview, school: String?, today: CivilDate) {
        self.frame = frame
        self.preview = preview
        self.school = school
        self.today = today
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: "Passage en \(preview.year.name)",
            introduction: introduction,
            crumbs: [Crumb("Familles", frame.links.to(.list(search: nil)))]
        ) {
            if let confirmed = preview.confirmed { ConfirmedPassage(frame: frame, passage: confirmed, mayBeUndone: confirmed.mayBeUndone(on: today)) }
            if preview.lines.isEmpty {
                EmptyState("Aucun enfant à l'école", icon: .family) { p { "Les enfants dont l'école est connue apparaîtront ici." } }
            } else {
                PassageSchools(frame: frame, preview: preview, shown: shown?.name)
                if preview.confirmed == nil { PassageConfirmation(frame: frame, preview: preview, today: today) }
                if let shown { PassageChildren(frame: frame, year: preview.year, school: shown.name, lines: shown.lines) }
            }
        }
    }

    private var introduction: String {
        preview.confirmed == nil
            ? "Chaque enfant passe dans la classe suivante. Corrigez ceux qui font autrement, puis confirmez une fois pour tous."
            : "Chaque enfant a sa classe de l'année suivante. Corrigez ceux qui font autrement."
    }

    private var shown: (name: String, lines: [PassageLine])? {
        preview.schools.first { $0.name == school } ?? preview.schools.first
    }
}

private struct ConfirmedPassage: HTML {
    let frame: PortalFrame
    let passage: YearPassage
    let mayBeUndone: Bool

    var body: some HTML {
        Notice(.success, title: "Confirmé le \(passage.confirmedAt.frenchNumeric) par \(passage.confirmedBy), pour \(passage.children) enfants") {
            if mayBeUndone {
                p { "Il peut être annulé jusqu'à la rentrée\u{A0}; ce que vous corrigez à la main depuis reste." }
                form(.method(.post), .action(frame.links.to(.passage(school: nil)))) {
                    frame.token
                    HiddenField(YearPassagePage.year, passage.year.name)
                    SubmitButton(
                        "Annuler le passage",
                        style: .danger,
                        icon: .cross,
                        name: YearPassagePage.decision,
                        value: YearPassagePage.Decision.undo.rawValue
                    )
                }
            } else {
                p { "L'année a commencé\u{A0}: corrigez les enfants un par un." }
            }
        }
    }
}

/// How many children of each school go on, leave, or wait for somebody to say.
private struct PassageSchools: HTML {
    let frame: PortalFrame
    let preview: PassagePreview
    let shown: String?

    var body: some HTML {
        Card("Écoles", icon: .home) {
            DataTable(
                "Enfants de chaque école",
                columns: ["École", .number("Enfants"), .number("Passent"), .number("Partent"), .number("Déjà indiqués"), .number("À préciser")]
            ) {
                ForEach(preview.schools) { school in
                    tr {
                        th(.scope(.row)) {
                            a(.href(frame.links.to(.passage(school: school.name))), .ariaCurrent(school.name == shown ? .yes : nil)) {
                                school.name.isEmpty ? "Sans école" : school.name
                            }
                        }
                        td(.class("number")) { String(school.lines.count) }
                        ForEach(PassageKind.allCases) { kind in
                            td(.class("number")) { String(school.lines.count { PassageKind($0.step) == kind }) }
                        }
                    }
                }
            }
        }
    }
}

/// What a step is, as it is counted.
private enum PassageKind: CaseIterable {
    case moves, leaves, known, unclear

    init(_ step: PassageStep) {
        switch step {
        case .moves: self = .moves
        case .leaves: self = .leaves
        case .known: self = .known
        case .unclear: self = .unclear
        }
    }
}

private struct PassageChildren: HTML {
    let frame: PortalFrame
    let year: SchoolYear
    let school: String
    let lines: [PassageLine]

    var body: some HTML {
        Card(school.isEmpty ? "Sans école" : school, icon: .family) {
            DataTable("Enfants et classe suivante", columns: ["Enfant", "Classe", "En \(year.name)", "Corriger"].map { .init($0) }) {
                ForEach(lines) { line in
                    tr {
                        th(.scope(.row)) { "\(line.lastName) \(line.firstName)" }
                        td { line.schoolClass }
                        td { PassageStepView(step: line.step, from: school) }
                        td {
                            a(.href(frame.links.to(SchoolingDeskPage.child(line.child, year)))) { "Corriger \(line.firstName)" }
                        }
                    }
                }
            }
        }
    }
}

private struct PassageStepView: HTML {
    let step: PassageStep
    let from: String

    var body: some HTML {
        switch step {
        case .moves(let school, let schoolClass): words(school, schoolClass)
        case .leaves: StateTag("Quitte l'école", tone: .neutral)
        case .known(let school, let schoolClass):
            if school.isEmpty && schoolClass.isEmpty { StateTag("Quitte l'école", tone: .neutral) } else { words(school, schoolClass) }
        case .unclear: StateTag("À préciser", tone: .warning)
        }
    }

    private func words(_ school: String, _ schoolClass: String) -> String {
        school == from ? schoolClass : [schoolClass, school].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

private struct PassageConfirmation: HTML {
    let frame: PortalFrame
    let preview: PassagePreview
    let today: CivilDate

    var body: some HTML {
        Card("Confirmer pour tous", icon: .check) {
            if unclear > 0 {
                p { "\(unclear) \(unclear > 1 ? "enfants restent" : "enfant reste") à préciser\u{A0}: sans correction, leur classe ne change pas." }
            }
            p(.class("hint")) {
                today < preview.year.firstDay
                    ? "Les familles voient la nouvelle classe aussitôt. Le passage peut être annulé jusqu'à la rentrée."
                    : "L'année a déjà commencé\u{A0}: le passage ne pourra pas être annulé."
            }
            form(.method(.post), .action(frame.links.to(.passage(school: nil)))) {
                frame.token
                HiddenField(YearPassagePage.year, preview.year.name)
                SubmitButton(
                    "Confirmer le passage de \(moving) \(moving > 1 ? "enfants" : "enfant")",
                    icon: .check,
                    name: YearPassagePage.decision,
                    value: YearPassagePage.Decision.confirm.rawValue
                )
            }
        }
    }

    private var moving: Int { preview.lines.count { [.moves, .leaves].contains(PassageKind($0.step)) } }
    private var unclear: Int { preview.lines.count { $0.step == .unclear } }
}
