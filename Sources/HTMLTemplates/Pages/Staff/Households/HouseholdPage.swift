package import PortalCore

/// A family as the staff read it: its adults, what each is to each child, the children's entourage.
package struct HouseholdPage: HTML {
    private let frame: PortalFrame
    private let file: HouseholdFile
    private let desk: HouseholdDeskCards.Model
    private let mayChange: Bool
    private let today: CivilDate
    private let marks: HouseholdMarksCard.Model
    private let care: CareLinks?
    private let buses: [Identifier<Child>: [ChildBusLine]]
    private let times: [Identifier<Child>: [ChildTimes]]

    /// - Parameters:
    ///   - buses: those that each child takes.
    ///   - times: when each child comes and leaves, where families are asked.
    ///   - desk: the accounts, keys, requests and bookings.
    ///   - mayChange: whether the reader may change the file.
    package init(
        frame: PortalFrame,
        file: HouseholdFile,
        desk: HouseholdDeskCards.Model,
        mayChange: Bool,
        today: CivilDate,
        marks: HouseholdMarksCard.Model,
        care: CareLinks? = nil,
        buses: [Identifier<Child>: [ChildBusLine]] = [:],
        times: [Identifier<Child>: [ChildTimes]] = [:]
    ) {
        self.times = times
        self.marks = marks
        self.buses = buses
        self.frame = frame
        self.file = file
        self.desk = desk
        self.mayChange = mayChange
        self.today = today
        self.care = care
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: "Foyer \(file.family.household.name)",
            introduction: file.family.household.address.line,
            crumbs: [Crumb("Familles", frame.links.to(.list(search: nil)))]
        ) {
            if let key = desk.newKey { NewKeyNotice(key: key, registration: frame.links.to(.registration)) }
            Card("Adultes", icon: .user) {
                ForEach(file.family.adults) { adult in
                    h3 { adult.fullName }
                    DefinitionList(facts(adult))
                }
            }
            if mayChange {
                ButtonRow {
                    LinkButton(
                        "Quotient familial et dossier de l'année",
                        to: frame.links.to(.quotient(file.family.household.id) as HouseholdDeskPage),
                        icon: .euro
                    )
                }
            }
            HouseholdMarksCard(household: file.family.household.id, model: marks, frame: frame, mayChange: mayChange, today: today)
            ForEach(file.family.children) { child in
                ChildFileCard(child: child, file: file, frame: frame, mayChange: mayChange, today: today, care: care)
                ForEach(buses[child.id] ?? []) { line in ChildBusCard(line: line, child: child, change: change(line, child), advice: nil) }
                ForEach(times[child.id] ?? []) { habits in ChildTimesCard(habits: habits, change: change(habits)) }
            }
            HouseholdDeskCards(frame: frame, family: file.family, model: desk)
        }
    }

    private func change(_ line: ChildBusLine, _ child: Child) -> Link? {
        guard case .staff(_, let role) = frame.reader, role.has(.manageBookings) else { return nil }
        return frame.links.to(HouseholdDeskPage.stops(file.family.household.id, child.id, activity: line.activity.code))
    }

    private func change(_ habits: ChildTimes) -> Link? {
        guard case .staff(_, let role) = frame.reader, role.has(.manageBookings) else { return nil }
        return frame.links.to(HouseholdDeskPage.times(file.family.household.id, habits.child.id, activity: habits.activity.code))
    }

    private func facts(_ adult: Adult) -> [Definition] {
        [
            Definition("Adresse", adult.address.line), Definition("Téléphone", adult.phone?.french ?? "Non renseigné"),
            Definition("E-mail", email(of: adult)),
            Definition("Compte", file.hasAccount(adult.id) ? "Créé" : "Pas encore de compte"),
        ]
    }
}

extension HouseholdPage {
    /// The address, and since when it no longer answers.
    private func email(of adult: Adult) -> String {
        guard let email = adult.email?.text else { return "Non renseigné" }
        guard let held = file.unreachableAddress(of: adult) else { return email }
        return "\(email) (ne répond plus depuis le \(held.since.frenchNumeric)\u{A0}: \(held.answer))"
    }
}

private struct ChildFileCard: HTML {
    let child: Child
    let file: HouseholdFile
    let frame: PortalFrame
    let mayChange: Bool
    let today: CivilDate
    let care: CareLinks?

    var body: some HTML {
        Card("\(child.fullName), \(child.age(on: today))\u{A0}ans", icon: .family) {
            p(.class("hint")) { (child.schooling.words(on: today) + [custody]).filter { !$0.isEmpty }.joined(separator: " · ") }
            DataTable("Ce que chaque adulte est pour \(child.firstName)", columns: columns.map { .init($0.title) }) {
                ForEach(file.family.adults) { adult in
                    RelationRow(adult: adult, relation: file.relation(of: adult.id, to: child.id), edit: mayChange ? link(adult) : nil)
                }
            }
            if mayChange, file.family.custody(of: child.id) == .alternate {
                ButtonRow { LinkButton("Garde alternée", to: frame.links.to(.custody(file.family.household.id, child.id)), icon: .calendar) }
            }
            if mayChange { ButtonRow { LinkButton("École et classe", to: frame.links.to(SchoolingDeskPage.child(child.id, nil)), icon: .edit) } }
            if mayReadSheets { ButtonRow { LinkButton("Fiche sanitaire", to: frame.links.to(.sheet(child.id) as StaffPage), icon: .file) } }
            if let care { CareLinksRow(care: care, child: child, household: file.family.household.id, frame: frame, today: today) }
            h3 { "Entourage" }
            if file.contacts(of: child.id).isEmpty { p { "Personne n'est noté." } }
            ul(.class("list")) {
                ForEach(file.contacts(of: child.id)) { contact in li { StaffContact(contact: contact, frame: frame, mayChange: mayChange) } }
            }
        }
    }

    private var mayReadSheets: Bool { if case .staff(_, let role) = frame.reader { role.has(.readChildSheets) } else { false } }

    private var columns: [DataTable<Nothing>.Column] { ["Adulte", "Lien", "Droits"] + (mayChange ? ["Modifier"] : []) }

    private var custody: String { file.family.custody(of: child.id)?.french ?? "" }

    private func link(_ adult: Adult) -> Link { frame.links.to(.relation(file.family.household.id, adult.id, child.id)) }
}

private struct RelationRow: HTML {
    let adult: Adult
    let relation: ChildRelation
    /// nil for who only reads.
    let edit: Link?

    var body: some HTML {
        tr {
            th(.scope(.row)) { adult.fullName }
            td { relation.kinship.french }
            td { rights }
            if let edit { td { a(.href(edit)) { "Modifier les droits de \(adult.firstName)" } } }
        }
    }

    private var rights: String {
        guard relation.standing != .barred else { return relation.standing.french }
        return ([relation.standing.french] + ChildRight.allCases.filter(relation.has).map(\.french)).joined(separator: ", ")
    }
}

private struct StaffContact: HTML {
    let contact: ChildContact
    let frame: PortalFrame
    let mayChange: Bool

    var body: some HTML {
        p {
            strong { contact.details.fullName }
            " \(contact.details.kinship) · \(contact.details.phone.french)"
        }
        ContactTags(details: contact.details)
        if mayChange { ContactSettling(contact: contact, frame: frame) }
    }
}

/// What an adult is to a child, for the staff to say.
package struct RelationPage: HTML {
    private let frame: PortalFrame
    private let family: Family
    private let adult: Adult
    private let child: Child
    private let form: FormState

    package init(frame: PortalFrame, family: Family, adult: Adult, child: Child, form: FormState) {
        self.frame = frame
        self.family = family
        self.adult = adult
        self.child = child
        self.form = form
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: "\(adult.fullName) et \(child.firstName)",
            introduction: "Ce que cet adulte est pour l'enfant, et ce que le portail lui permet.",
            crumbs: [
                Crumb("Familles", frame.links.to(.list(search: nil))),
                Crumb("Foyer \(family.household.name)", frame.links.to(.household(family.household.id))),
            ],
            form: form
        ) {
            HTMLTemplates.form(
                .method(.post),
                .action(frame.links.to(.relation(family.household.id, adult.id, child.id))),
                .novalidate(),
                .class("form")
            ) {
                frame.token
                SelectField(RelationField.kinship, "Lien", choices: Kinship.allCases.map { Choice($0.rawValue, $0.french) }, in: form)
                RadioGroup(
                    RelationField.standing,
                    "Autorité parentale",
                    choices: ParentalStanding.allCases.map { Choice($0.rawValue, $0.french, hint: hint($0)) },
                    in: form
                )
                ForEach(ChildRight.allCases) { right in CheckboxField(right.rawValue, right.french, in: form) }
                SubmitButton("Enregistrer")
            }
        }
    }

    private func hint(_ standing: ParentalStanding) -> String? {
        standing == .barred ? "L'enfant n'existe plus pour cet adulte dans le portail, quels que soient les droits cochés." : nil
    }
}

/// The names of the form's fields; each right has its own.
package enum RelationField {
    package static let kinship = "lien"
    package static let standing = "autorite"
}

extension PortalFrame {
    /// The pages above a household's.
    func crumbs(to household: Household) -> [Crumb] {
        [Crumb("Familles", links.to(.list(search: nil))), Crumb("Foyer \(household.name)", links.to(.household(household.id)))]
    }
}
