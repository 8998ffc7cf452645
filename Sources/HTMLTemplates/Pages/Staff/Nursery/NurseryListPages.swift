package import PortalCore

/// The contracts of a nursery.
package struct CareContractListPage: HTML {
    private let place: NurseryPlace
    private let contracts: [CareContract]
    private let today: CivilDate

    /// - Parameter contracts: by name.
    package init(place: NurseryPlace, contracts: [CareContract], today: CivilDate) {
        self.place = place
        self.contracts = contracts
        self.today = today
    }

    package var body: some HTML {
        PageLayout(
            place.frame.around(.nursery),
            title: "Contrats d'accueil",
            introduction: "\(place.nursery.place). Un nouveau contrat se crée depuis le dossier de la famille.",
            crumbs: place.crumbs
        ) {
            NurseryTabs(place: place, current: .contracts)
            if contracts.isEmpty {
                EmptyState("Aucun contrat en cours", icon: .file) { p { "Ouvrez le dossier d'une famille pour en créer un." } }
            } else {
                ul(.class("list")) { ForEach(contracts) { contract in li { line(contract) } } }
            }
        }
    }

    private func line(_ contract: CareContract) -> some HTML {
        a(.class("person"), .href(place.frame.links.to(.contract(contract.id, nil) as NurseryDeskPage))) {
            Initial(contract.child.firstName)
            span(.class("person-text")) {
                strong { contract.child.fullName }
                span(.class("hint")) {
                    [contract.frenchDays, contract.terms(on: max(today, contract.firstDay))?.frenchHours].compactMap(\.self).joined(separator: " · ")
                }
            }
            if contract.firstDay > today { StateTag("À venir", tone: .accent, icon: .calendar) }
            IconView(.next)
        }
    }
}

/// The hours of all the contracts of a nursery in a month.
package struct NurseryHoursPage: HTML {
    private let place: NurseryPlace
    private let month: Month
    private let lines: [(contract: CareContract, month: CareMonth)]

    package init(place: NurseryPlace, month: Month, lines: [(contract: CareContract, month: CareMonth)]) {
        self.place = place
        self.month = month
        self.lines = lines
    }

    package var body: some HTML {
        PageLayout(
            place.frame.around(.nursery),
            title: "Heures de \(month.french)",
            introduction: "\(place.nursery.place). Contrat moins fermetures, congés et absences déduits\u{A0}; dépassements comptés par "
                + "\(place.nursery.nursery?.overrun.french ?? "demi-heure") commencée.",
            crumbs: place.crumbs
        ) {
            NurseryTabs(place: place, current: .hours)
            MonthSteps(month: month, link: link)
            if lines.isEmpty {
                EmptyState("Aucun contrat ce mois-là", icon: .clock) { p { "Les contrats de ce mois apparaîtront ici." } }
            } else {
                Card("Contrats (\(lines.count))", icon: .clock) {
                    DataTable("Heures de \(month.french)", columns: columns.map { .init($0.title, isNumber: $0.isNumber) }) {
                        ForEach(lines) { line in row(line) }
                    }
                }
                ButtonRow {
                    FormatLinks(file)
                }
                p(.class("hint")) { "Les fichiers donnent des minutes entières, à additionner sans arrondi." }
            }
        }
    }

    private var columns: [DataTable<Nothing>.Column] {
        [
            "Enfant", .number("Contrat"), .number("Fermetures"), .number("Congés"), .number("Absences"), .number("À facturer"),
            .number("Présence"), .number("Dépassements"),
        ]
    }

    private func row(_ line: (contract: CareContract, month: CareMonth)) -> some HTML {
        let sums = line.month
        let numbers = [
            sums.contractMinutes, sums.closedMinutes, sums.leaveMinutes, sums.excusedMinutes, sums.dueMinutes, sums.stayMinutes, sums.overrunMinutes,
        ]
        return tr {
            th(.scope(.row)) {
                a(.href(place.frame.links.to(.contract(line.contract.id, month) as NurseryDeskPage))) { line.contract.child.fullName }
            }
            ForEach(numbers) { minutes in td(.class("number")) { minutes == 0 ? "–" : CareDuration(minutes: minutes).french } }
        }
    }

    private func link(_ month: Month) -> Link { place.frame.links.to(NurseryDeskPage.hours(nursery: place.nursery.code, month, nil)) }

    private func file(_ format: ReportFormat) -> Link { place.frame.links.to(NurseryDeskPage.hours(nursery: place.nursery.code, month, format)) }
}
