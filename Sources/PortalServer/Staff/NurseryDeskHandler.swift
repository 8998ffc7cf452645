import HTMLTemplates
import PortalCore

/// The staff's lists of a nursery: its leaves, its contracts, its hours.
enum NurseryDeskHandler {
    static func leaves(
        _ context: StaffContext,
        _ nursery: String?,
        _ day: CivilDate?,
        wrong: (Identifier<FamilyLeave>, FormState)? = nil
    ) throws -> HTTPResponse {
        guard let place = try context.nursery(nursery) else { return context.page(NoNurseryPage(frame: context.frame)) }
        let monday = (day ?? context.today).mondayOfWeek
        let model = NurseryLeavesPage.Model(
            asked: try context.nurseryDesk.asked(for: context.member),
            days: try context.nurseryDesk.daysOff(in: place.nursery, week: monday.week),
            monday: monday,
            mayJudge: context.member.role.has(.manageContracts),
            wrong: wrong
        )
        return context.page(NurseryLeavesPage(place: place, model: model), status: wrong == nil ? .ok : .unprocessableContent)
    }

    /// Accepts a leave or refuses it.
    static func judge(_ context: StaffContext, _ form: FormFields, _ id: Identifier<FamilyLeave>) async throws -> HTTPResponse {
        guard let act = JudgementAct(rawValue: form[JudgementField.act.rawValue] ?? "") else {
            throw PageFailure.badRequest("Le bouton n'est pas reconnu.")
        }
        let site = context.site
        do {
            let found = try await context.nurseryDesk.judge(
                id,
                accepting: act == .accept,
                note: form[JudgementField.note.rawValue] ?? "",
                by: context.member,
                link: { site.absoluteAddress(of: ParentPage.nursery(.contract($0, nil))) }
            )
            guard found else { throw PageFailure.notFound }
            return context.redirect(to: context.links.to(NurseryDeskPage.leaves(nursery: nil, day: nil)), saying: .saved)
        } catch let errors as FieldErrors {
            return try leaves(context, nil, nil, wrong: (id, FormState(form, errors)))
        }
    }

    static func contracts(_ context: StaffContext, _ nursery: String?) throws -> HTTPResponse {
        guard let place = try context.nursery(nursery) else { return context.page(NoNurseryPage(frame: context.frame)) }
        let contracts = try context.nurseryDesk.contracts(in: place.nursery)
        return context.page(CareContractListPage(place: place, contracts: contracts, today: context.today))
    }

    /// The hours of a month as a page, or as a file.
    static func hours(_ context: StaffContext, _ nursery: String?, _ month: Month?, _ format: ReportFormat?) throws -> HTTPResponse {
        guard let place = try context.nursery(nursery) else { return context.page(NoNurseryPage(frame: context.frame)) }
        let month = month ?? Month(containing: context.today)
        let lines = try context.nurseryDesk.months(in: place.nursery, month)
        guard let format else { return context.page(NurseryHoursPage(place: place, month: month, lines: lines)) }
        let table = ReportTable(hoursOf: lines, in: month, at: place.nursery.place)
        return ReportHandler.file(table, "heures-\(place.nursery.code)-\(month.iso)", format, madeAt: context.now)
    }
}

extension ReportTable {
    /// Whole minutes, which add up without rounding.
    fileprivate init(hoursOf lines: [(contract: CareContract, month: CareMonth)], in month: Month, at place: String) {
        let columns = [
            "Nom", "Prénom", "Contrat (min)", "Fermetures (min)", "Congés déduits (min)", "Absences déduites (min)", "À facturer (min)",
            "Présence (min)", "Dépassements (min)",
        ]
        let rows = lines.map { line in
            let sums = line.month
            let numbers = [
                sums.contractMinutes, sums.closedMinutes, sums.leaveMinutes, sums.excusedMinutes, sums.dueMinutes, sums.stayMinutes,
                sums.overrunMinutes,
            ]
            return [Cell.text(line.contract.child.lastName), .text(line.contract.child.firstName)] + numbers.map(Cell.number)
        }
        self.init(title: "Heures \(month.french)", columns: columns, sections: [Section(title: place, rows: rows)])
    }
}

extension StaffContext {
    /// The nursery of a code, or the first one; nil where the member works at none.
    ///
    /// - Throws: `PageFailure.notFound` for a code of none of them.
    func nursery(_ code: String?) throws -> NurseryPlace? {
        let nurseries = nurseryDesk.nurseries(for: member)
        guard let code else { return nurseries.first.map { NurseryPlace(frame: frame, nurseries: nurseries, nursery: $0) } }
        guard let nursery = nurseries.first(where: { $0.code == code }) else { throw PageFailure.notFound }
        return NurseryPlace(frame: frame, nurseries: nurseries, nursery: nursery)
    }
}
