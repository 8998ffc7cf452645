package import PortalCore

/// What a household has declared of its income, for the staff who have seen the document.
package struct StaffQuotientPage: HTML {
    private let frame: PortalFrame
    private let household: Household
    private let incomes: [HouseholdIncome]
    private let check: YearlyCheck?
    private let documents: [JoinedDocument]
    private let today: CivilDate
    private let enquiry: QuotientEnquiry?
    private let form: FormState

    /// - Parameters:
    ///   - documents: those that go with a declaration.
    ///   - enquiry: nil where API Particulier is not set up.
    ///   - form: the certificate's.
    package init(
        frame: PortalFrame,
        household: Household,
        incomes: [HouseholdIncome],
        check: YearlyCheck?,
        documents: [JoinedDocument],
        today: CivilDate,
        enquiry: QuotientEnquiry? = nil,
        form: FormState = FormState()
    ) {
        self.documents = documents
        self.today = today
        self.frame = frame
        self.household = household
        self.incomes = incomes
        self.check = check
        self.enquiry = enquiry
        self.form = form
    }

    package static let field = "declaration"

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: "Quotient familial",
            introduction: "Foyer \(household.name)",
            crumbs: [
                Crumb("Familles", frame.links.to(.list(search: nil))), Crumb("Foyer \(household.name)", frame.links.to(.household(household.id))),
            ],
            form: form.errors.isEmpty ? enquiry?.form ?? form : form
        ) {
            Card("Dossier de l'année", icon: .check) {
                if let check {
                    StateTag("Certifié le \(check.at.frenchNumeric) par \(check.by)", tone: .success)
                } else {
                    StateTag("Pas encore certifié", tone: .warning)
                }
            }
            if !documents.isEmpty {
                Card("Pièces jointes", icon: .file) { JoinedDocumentsView(documents: documents, links: frame.links, today: today) }
            }
            if incomes.isEmpty {
                EmptyState("Rien n'est déclaré", icon: .euro) { p { "La famille calcule et déclare son quotient depuis «\u{A0}Ma famille\u{A0}»." } }
            } else {
                IncomeTable(incomes: incomes)
                ForEach(incomes.filter { $0.verifiedAt == nil }) { income in
                    if let facts = income.facts { IncomeVerification(frame: frame, household: household, income: income, facts: facts) }
                }
            }
            if let enquiry { QuotientEnquiryCard(frame: frame, enquiry: enquiry) }
            CertificateCard(frame: frame, household: household, form: form)
        }
    }
}

private struct IncomeVerification: HTML {
    let frame: PortalFrame
    let household: Household
    let income: HouseholdIncome
    let facts: FamilyQuotient

    var body: some HTML {
        Card("Déclaration du \(income.declaredAt.frenchNumeric)", icon: .euro) {
            ol { ForEach(facts.steps) { step in li { step } } }
            form(.method(.post), .action(frame.links.to(.quotient(household.id) as HouseholdDeskPage))) {
                frame.token
                HiddenField(StaffQuotientPage.field, String(income.id.rawValue))
                SubmitButton(
                    "J'ai vu le justificatif",
                    style: .secondary,
                    icon: .check,
                    name: QuotientAct.field,
                    value: QuotientAct.verify.rawValue
                )
            }
        }
    }
}

/// The quotient on a paper that the family brings.
private struct CertificateCard: HTML {
    let frame: PortalFrame
    let household: Household
    let form: FormState

    var body: some HTML {
        Card("Noter une attestation", icon: .file) {
            HTMLTemplates.form(
                .method(.post),
                .action(frame.links.to(.quotient(household.id) as HouseholdDeskPage)),
                .novalidate(),
                .class("form")
            ) {
                frame.token
                TextField(CertificateForm.Field.quotient.rawValue, "Quotient de l'attestation, en euros", kind: .number, autocomplete: .off, in: form)
                RadioGroup(CertificateForm.Field.provider.rawValue, "Organisme", choices: providers, in: form)
                TextField(CertificateForm.Field.month.rawValue, "Mois", hint: "Par exemple 10/2026", autocomplete: .off, in: form)
                ButtonRow { SubmitButton("Noter ce quotient", style: .secondary, name: QuotientAct.field, value: QuotientAct.note.rawValue) }
            }
        }
    }

    private var providers: [Choice] { BenefitsProvider.allCases.map { Choice($0.rawValue, $0.french) } }
}
