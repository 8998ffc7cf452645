package import PortalCore

/// The names of the quotient's buttons.
package enum QuotientAct: String, Hashable, Sendable {
    case compute = "calculer"
    case declare = "declarer"
    /// Asking the CAF or the MSA.
    case ask = "demander"
    /// Noting a certificate: the staff.
    case note = "noter"
    /// Having seen the document: the staff.
    case verify = "verifier"

    package static let field = "acte"
}

/// "Quotient familial": a calculator that explains itself, and what the household has declared.
package struct QuotientPage: HTML {
    package struct Model: Sendable {
        package let household: Household
        package let incomes: [HouseholdIncome]
        /// What was just computed, not yet declared.
        package let computed: FamilyQuotient?
        /// nil where API Particulier is not set up.
        package let enquiry: QuotientEnquiry?
        /// The documents that go with a declaration.
        package let joined: JoinedForm
        package let form: FormState

        package init(
            household: Household,
            incomes: [HouseholdIncome],
            computed: FamilyQuotient?,
            enquiry: QuotientEnquiry? = nil,
            joined: JoinedForm,
            form: FormState
        ) {
            self.joined = joined
            self.household = household
            self.incomes = incomes
            self.computed = computed
            self.enquiry = enquiry
            self.form = form
        }
    }

    private let frame: PortalFrame
    private let model: Model

    package init(frame: PortalFrame, model: Model) {
        self.frame = frame
        self.model = model
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.family),
            title: "Quotient familial",
            introduction:
                "Foyer \(model.household.name). Les tarifs qui dépendent des revenus le demandent\u{A0}; sans lui, c'est le tarif le plus élevé.",
            crumbs: [frame.homeCrumb, Crumb("Ma famille", frame.links.to(.family))],
            form: model.form.errors.isEmpty ? model.enquiry?.form ?? model.form : model.form
        ) {
            if !model.incomes.isEmpty {
                Card("Ce qui est connu", icon: .euro) { IncomeTable(incomes: model.incomes) }
            }
            if let enquiry = model.enquiry { QuotientEnquiryCard(frame: frame, enquiry: enquiry) }
            Card("Calculez votre quotient", icon: .edit) {
                p {
                    "Si la CAF vous donne un quotient, c'est le bon. Sinon, ce calcul suit sa formule\u{A0}: "
                    "les revenus de l'avis d'imposition d'il y a deux ans et les prestations du mois, divisés par le nombre de parts."
                }
                HTMLTemplates.form(
                    .method(.post),
                    .action(frame.links.to(.quotient(model.household.id) as FamilyFilePage)),
                    .enctype(model.joined.encoding),
                    .novalidate(),
                    .class("form")
                ) {
                    frame.token
                    QuotientFields(form: model.form)
                    if let computed = model.computed { QuotientExplanation(quotient: computed) }
                    if model.computed != nil { JoinedFileFields(model.joined.asks, key: model.joined.key, in: model.form) }
                    ButtonRow {
                        SubmitButton(
                            "Calculer",
                            style: model.computed == nil ? .primary : .secondary,
                            name: QuotientAct.field,
                            value: QuotientAct.compute.rawValue
                        )
                        if model.computed != nil {
                            SubmitButton("Déclarer ce quotient", name: QuotientAct.field, value: QuotientAct.declare.rawValue)
                        }
                    }
                }
            }
        }
    }
}

private struct QuotientFields: HTML {
    let form: FormState

    var body: some HTML {
        TextField(
            QuotientForm.Field.income.rawValue,
            "Revenus nets imposables du foyer, par an",
            hint: "En euros, avant abattements\u{A0}: avis d'imposition sur les revenus d'il y a deux ans",
            autocomplete: .off,
            in: form
        )
        TextField(
            QuotientForm.Field.benefits.rawValue,
            "Prestations familiales, par mois",
            hint: "En euros\u{A0}; 0 s'il n'y en a pas",
            autocomplete: .off,
            in: form
        )
        TextField(QuotientForm.Field.children.rawValue, "Enfants à charge", kind: .number, autocomplete: .off, in: form)
        TextField(
            QuotientForm.Field.disabled.rawValue,
            "Dont en situation de handicap",
            kind: .number,
            hint: "0 s'il n'y en a pas",
            autocomplete: .off,
            in: form
        )
    }
}

private struct QuotientExplanation: HTML {
    let quotient: FamilyQuotient

    var body: some HTML {
        HTMLTemplates.Notice(.success, title: "Votre quotient\u{A0}: \(quotient.value.french)") {
            ol { ForEach(quotient.steps) { step in li { step } } }
        }
    }
}

/// What a household has declared, the latest first.
struct IncomeTable: HTML {
    let incomes: [HouseholdIncome]

    var body: some HTML {
        DataTable("Quotients", columns: ["Quotient", "Valable", "Origine", "État"]) {
            ForEach(incomes) { income in
                tr {
                    th(.scope(.row)) { income.quotient.french }
                    td { "du \(income.days.lowerBound.frenchNumeric) au \(income.days.upperBound.frenchNumeric)" }
                    td { "\(IncomeTable.origin(income)), le \(income.declaredAt.frenchNumeric) par \(income.declaredBy)" }
                    td {
                        if case .official(let official, .particulier) = income.source {
                            StateTag("Donné par la \(official.provider.french)", tone: .success)
                        } else if let verifiedAt = income.verifiedAt {
                            StateTag("Vérifié le \(verifiedAt.frenchNumeric)", tone: .success)
                        } else {
                            StateTag("À vérifier par le service", tone: .neutral, icon: .clock)
                        }
                    }
                }
            }
        }
    }

    /// "déclaré", "CAF, octobre 2026", "attestation de la MSA, octobre 2026".
    private static func origin(_ income: HouseholdIncome) -> String {
        switch income.source {
        case .declared: "déclaré"
        case .official(let official, .particulier): "\(official.provider.french), \(official.month.french)"
        case .official(let official, .certificate): "attestation de la \(official.provider.french), \(official.month.french)"
        }
    }
}
