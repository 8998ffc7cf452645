package import PortalCore

/// The care contracts of a family that has several, or none.
package struct CareContractsPage: HTML {
    private let frame: PortalFrame
    private let files: [CareFile]

    package init(frame: PortalFrame, files: [CareFile]) {
        self.frame = frame
        self.files = files
    }

    package var body: some HTML {
        PageLayout(frame.around(.home), title: "Accueil régulier", crumbs: [frame.homeCrumb]) {
            if files.isEmpty {
                EmptyState("Aucun contrat d'accueil", icon: .file) {
                    p { "Le contrat d'accueil régulier d'un enfant se signe avec la structure\u{A0}; il apparaîtra ici." }
                }
            } else {
                ul(.class("list")) { ForEach(files) { file in li { line(file) } } }
            }
        }
    }

    private func line(_ file: CareFile) -> some HTML {
        a(.class("person"), .href(frame.links.to(.contract(file.contract.id, nil) as NurseryPage))) {
            Initial(file.contract.child.firstName)
            span(.class("person-text")) {
                strong { file.contract.child.firstName }
                span(.class("hint")) { "\(file.activity.place), \(file.contract.frenchDays)" }
            }
            IconView(.next)
        }
    }
}

/// What a planning says of regular care: its hours come from the contract, there is nothing to tick.
package struct CareNotices: HTML {
    private let files: [CareFile]
    private let months: [CareMonth]
    private let links: PortalLinks

    package init(files: [CareFile], months: [CareMonth], links: PortalLinks) {
        self.files = files
        self.months = months
        self.links = links
    }

    /// The first names of who has a contract.
    var children: [String] { files.map(\.contract.child.firstName) }

    package var body: some HTML {
        ForEach(Array(zip(files, months))) { file, month in
            Card("Accueil régulier de \(file.contract.child.firstName)", icon: .clock) {
                p {
                    "\(file.activity.place), \(month.month.french)\u{A0}: "
                    strong { days(month.days.count(where: \.isExpected)) }
                    ", \(CareDuration(minutes: month.dueMinutes).french) d'après le contrat. "
                    "Ces jours ne se cochent pas\u{A0}; ceux où l'enfant ne vient pas s'annoncent comme congés ou comme absence."
                }
                if let terms = file.contract.terms.last(where: { $0.firstDay <= month.month.lastDay }) {
                    ForEach(terms.frenchWeeks) { words in p(.class("hint")) { words } }
                }
                if !others(month).isEmpty { p(.class("hint")) { "Pas d'accueil\u{A0}: \(others(month))." } }
                ButtonRow {
                    LinkButton("Voir le mois", to: links.to(.contract(file.contract.id, month.month) as NurseryPage), icon: .agenda)
                    LinkButton("Annoncer des congés", to: links.to(.leave(file.contract.id)), style: .quiet, icon: .calendar)
                }
            }
        }
    }

    private func days(_ count: Int) -> String { count == 1 ? "1 jour" : "\(count) jours" }

    /// "mer. 11 nov. (jour férié)".
    private func others(_ month: CareMonth) -> String {
        month.days.compactMap { day -> String? in
            switch day.state {
            case .closed: "\(day.date.frenchShort) (fermé)"
            case .leave: "\(day.date.frenchShort) (congés)"
            case .absent: "\(day.date.frenchShort) (absence)"
            case .expected, .unplanned: nil
            }
        }.joined(separator: ", ")
    }
}
