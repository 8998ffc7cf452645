package import PortalCore

/// Who comes to a nursery on a day, and when each came and left.
package struct NurseryDayPage: HTML {
    package struct Model: Sendable {
        package let date: CivilDate
        package let today: CivilDate
        package let lines: [NurseryLine]
        /// The line that a form was wrong about, with what was typed.
        package let wrong: (contract: Identifier<CareContract>, form: FormState)?

        package init(date: CivilDate, today: CivilDate, lines: [NurseryLine], wrong: (Identifier<CareContract>, FormState)?) {
            self.date = date
            self.today = today
            self.lines = lines
            self.wrong = wrong.map { (contract: $0.0, form: $0.1) }
        }
    }

    private let place: NurseryPlace
    private let model: Model

    package init(place: NurseryPlace, model: Model) {
        self.place = place
        self.model = model
    }

    package var body: some HTML {
        PageLayout(
            place.frame.around(.nursery),
            title: place.nursery.place,
            introduction: introduction,
            crumbs: place.crumbs,
            form: model.wrong?.form ?? FormState()
        ) {
            NurseryTabs(place: place, current: .day)
            Pagination(
                "Jour",
                previous: (model.date.adding(days: -1).frenchShort, link(model.date.adding(days: -1))),
                current: model.date.french,
                next: (model.date.adding(days: 1).frenchShort, link(model.date.adding(days: 1)))
            )
            if let closed {
                EmptyState("La structure est fermée", icon: .lock) { p { closed.prefix(1).uppercased() + closed.dropFirst() } }
            } else if model.lines.isEmpty {
                EmptyState("Personne n'est attendu", icon: .weeks) { p { "Aucun contrat ne prévoit d'accueil ce jour-là." } }
            } else {
                ul(.class("roll-list")) { ForEach(model.lines) { line in NurseryCard(line: line, place: place, model: model) } }
            }
        }
    }

    private var introduction: String {
        let expected = model.lines.count { $0.day.isExpected }
        let here = model.lines.count { $0.day.stay?.arrived != nil && $0.day.stay?.departed == nil }
        return "Accueil régulier\u{A0}: \(expected) attendu\(expected > 1 ? "s" : ""), \(here) présent\(here > 1 ? "s" : "") en ce moment."
    }

    /// Why nobody comes; nil when somebody may.
    private var closed: String? {
        let reasons = model.lines.compactMap { line -> String? in if case .closed(let reason) = line.day.state { reason } else { nil } }
        return reasons.count == model.lines.count ? reasons.first : nil
    }

    private func link(_ day: CivilDate) -> Link { place.frame.links.to(NurseryDeskPage.day(nursery: place.nursery.code, day: day)) }
}

/// A child with the buttons that note its arrival and its departure.
private struct NurseryCard: HTML {
    let line: NurseryLine
    let place: NurseryPlace
    let model: NurseryDayPage.Model

    var body: some HTML {
        let stay = line.day.stay
        let isHere = stay?.arrived != nil && stay?.departed == nil
        li(.class(stay?.arrived != nil ? "roll-card here" : line.day.isExpected ? "roll-card" : "roll-card away"), .id(id)) {
            div(.class("roll-who")) {
                Initial(line.contract.child.firstName)
                div {
                    h2 { line.contract.child.fullName }
                    p(.class("hint")) { line.day.span.map { "Contrat\u{A0}: \($0.french)" } ?? "Rien de prévu" }
                    p(.class("roll-state")) { state }
                }
            }
            if line.day.stay?.arrived == nil, !line.day.isExpected { p { CareDayTag(day: line.day) } }
            HTMLTemplates.form(.method(.post), .action(action), .novalidate()) {
                place.frame.token
                HiddenField(NurseryCallForm.Field.contract.rawValue, String(line.contract.id.rawValue))
                if model.date == model.today, stay?.departed == nil {
                    div(.class("roll-buttons")) {
                        button(
                            .class("button secondary big yes"),
                            .type(.submit),
                            .name("acte"),
                            .value(NurseryCall.arrive.rawValue),
                            .disabled(isHere)
                        ) {
                            IconView(.check)
                            "Arrivée"
                        }
                        button(.class("button secondary big"), .type(.submit), .name("acte"), .value(NurseryCall.depart.rawValue), .disabled(!isHere))
                        {
                            IconView(.exit)
                            "Départ"
                        }
                    }
                }
                details(.class("roll-more"), .open(wrong != nil)) {
                    summary { "Heures, absence" }
                    NurseryTimes(form: form, id: id)
                    ButtonRow {
                        if model.date <= model.today { act("Enregistrer les heures", .times) }
                        act("Absent", .absent)
                        act("Absent, heures déduites", .excused)
                        if stay != nil { act("Effacer", .clear) }
                    }
                }
            }
        }
    }

    private var id: String { "c\(line.contract.id.rawValue)" }

    private var action: Link {
        place.frame.links.to(NurseryDeskPage.day(nursery: place.nursery.code, day: model.date)).at(fragment: id)
    }

    private func act(_ title: String, _ call: NurseryCall) -> some HTML {
        SubmitButton(title, style: .quiet, name: NurseryCallForm.Field.act.rawValue, value: call.rawValue)
    }

    private var wrong: FormState? { model.wrong.flatMap { $0.contract == line.contract.id ? $0.form : nil } }

    private var form: FormState {
        wrong
            ?? FormState(values: [
                NurseryCallForm.Field.arrived.rawValue: line.day.stay?.arrived?.clock ?? "",
                NurseryCallForm.Field.departed.rawValue: line.day.stay?.departed?.clock ?? "",
                NurseryCallForm.Field.reason.rawValue: line.day.stay?.reason ?? "",
            ])
    }

    private var state: String {
        guard let arrived = line.day.stay?.arrived else { return line.day.isExpected ? "Pas encore arrivé" : "" }
        guard let departed = line.day.stay?.departed else { return "Arrivé à \(arrived.french)" }
        let overrun = line.day.overrunMinutes
        let beyond = overrun > 0 ? ", dépassement \(CareDuration(minutes: overrun).french)" : ""
        return "\(arrived.french) – \(departed.french)\(beyond)"
    }
}

/// The times of a stay and the reason of an absence. The fields' ids differ from card to card.
private struct NurseryTimes: HTML {
    let form: FormState
    let id: String

    var body: some HTML {
        field(.arrived, "Arrivée", .time)
        field(.departed, "Départ", .time)
        field(.reason, "Motif d'absence", .text)
    }

    private func field(_ field: NurseryCallForm.Field, _ label: String, _ type: InputType) -> some HTML {
        let fieldID = FieldID(form.errors.isEmpty ? "\(field.rawValue)-\(id)" : field.rawValue)
        let error = form.error(of: field.rawValue)
        return FieldFrame(
            id: fieldID,
            label: label,
            hint: nil,
            error: error,
            isRequired: true,
            control: input(
                .class(type == .time ? "short" : "wide"),
                .type(type),
                .id(fieldID.text),
                .name(field.rawValue),
                .value(form[field.rawValue]),
                .ariaInvalid(error != nil),
                .ariaDescribedBy(fieldID.description(hasHint: false, hasError: error != nil))
            )
        )
    }
}
