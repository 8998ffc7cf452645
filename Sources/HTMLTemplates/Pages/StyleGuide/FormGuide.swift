import PortalCore

/// Fields, with and without an error.
struct FormGuide: HTML {
    var body: some HTML {
        let state = StyleGuideSample.form
        Card("Formulaires") {
            div(.class("form")) {
                ErrorSummary(state, takesFocus: false)
                TextField("nom", "Nom", autocomplete: .familyName, in: state)
                TextField(
                    "courriel",
                    "Adresse e-mail",
                    kind: .email,
                    hint: "Elle sert aussi à retrouver votre compte.",
                    autocomplete: .email,
                    in: state
                )
                TextField("telephone", "Téléphone", kind: .telephone, isRequired: false, autocomplete: .telephone, in: state)
                TextField("naissance", "Date de naissance", kind: .date, in: state)
                SelectField("commune", "Quartier", choices: [Choice("nord", "Nord"), Choice("sud", "Sud")], in: state)
                RadioGroup(
                    "contact",
                    "Comment vous joindre\u{A0}?",
                    choices: [Choice("mail", "Par e-mail"), Choice("telephone", "Par téléphone", hint: "Aux heures d'ouverture")],
                    in: state
                )
                CheckboxField("reglement", "J'ai lu le règlement intérieur", in: state)
            }
        }
    }
}

/// The planning's boxes, in every state.
struct PlanningGuide: HTML {
    var body: some HTML {
        Card("Planning") {
            fieldset(.class("k guide")) {
                legend { "Léa" }
                ForEach(cells) { cell in PlanningCellView(cell: cell) }
            }
        }
    }

    private var cells: [PlanningCell] {
        let states: [PlanningState] = [
            .free(placesLeft: nil), .booked(asAbsence: false), .free(placesLeft: 2), .late(surcharge: Cents(100)), .booked(asAbsence: true), .full,
            .locked(booked: true), .locked(booked: false), .absent, .notYetOpen(Instant(seconds: 1_790_000_000)),
            .closed("Férié"),
        ]
        return states.indices.map { index in
            PlanningCell(
                slot: BookingSlot(child: Identifier(1), unit: Identifier(Int64(index + 1)), date: CivilDate(dayNumber: 20_761)),
                activity: Identifier(1),
                unit: PlanningUnit(id: Identifier(Int64(index + 1)), name: "Journée", label: "Journée", price: Cents(980)),
                state: states[index],
                adding: .none,
                cancelling: .none
            )
        }
    }
}
