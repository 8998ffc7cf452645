package import PortalCore

/// "Je vérifie mes informations": the file section by section, and the certificate for this school year.
package struct FamilyCheckPage: HTML {
    package struct Model: Sendable {
        package let family: Family
        package let reader: Adult
        /// nil while nobody has certified the file this year.
        package let check: YearlyCheck?
        package let quotient: HouseholdIncome?
        /// "2026-2027".
        package let schoolYear: String
        /// What needs to be looked at again.
        package let stale: [StaleSection]
        /// What is missing, was refused or is over.
        package let documents: [DocumentAsk]
        /// At each activity with buses that a child is enrolled in.
        package let buses: [Identifier<Child>: [ChildBusLine]]
        package let today: CivilDate
        package let form: FormState

        package init(
            family: Family,
            reader: Adult,
            check: YearlyCheck?,
            quotient: HouseholdIncome?,
            schoolYear: String,
            stale: [StaleSection],
            documents: [DocumentAsk],
            buses: [Identifier<Child>: [ChildBusLine]] = [:],
            today: CivilDate,
            form: FormState
        ) {
            self.documents = documents
            self.buses = buses
            self.today = today
            self.family = family
            self.reader = reader
            self.check = check
            self.quotient = quotient
            self.schoolYear = schoolYear
            self.stale = stale
            self.form = form
        }
    }

    package static let box = "certifie"

    private let frame: PortalFrame
    private let model: Model

    package init(frame: PortalFrame, model: Model) {
        self.frame = frame
        self.model = model
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.family),
            title: "Je vérifie mes informations",
            introduction: "Une fois par année scolaire. Relisez chaque partie, corrigez ce qui a changé, puis certifiez. Année \(model.schoolYear).",
            crumbs: [frame.homeCrumb, Crumb("Ma famille", frame.links.to(.family))],
            form: model.form
        ) {
            if let check = model.check {
                HTMLTemplates.Notice(.success, title: "Dossier certifié le \(check.at.frenchNumeric) par \(check.by)") {
                    p { "Quelque chose change\u{A0}? Corrigez-le ici à tout moment." }
                }
            }
            if !model.stale.isEmpty {
                HTMLTemplates.Notice(.warning, title: "À regarder en particulier") {
                    ul { ForEach(model.stale) { section in li { "\(section.french)\u{A0}: \(section.reason)" } } }
                }
            }
            Card("1. Mes coordonnées", icon: .user) { OwnReview(frame: frame, reader: model.reader) }
            Card("2. Le foyer \(model.family.household.name)", icon: .home) { HouseholdReview(frame: frame, model: model) }
            ForEach(model.family.children.indices) { index in
                let child = model.family.children[index]
                ChildReview(frame: frame, child: child, number: index + 3, buses: model.buses[child.id] ?? [], today: model.today)
            }
            if !model.documents.isEmpty {
                Card("Pièces à envoyer", icon: .file) {
                    ul(.class("list")) {
                        ForEach(model.documents) { ask in li { DocumentAskLine(ask: ask, links: frame.links, today: model.today) } }
                    }
                }
            }
            Card("Je certifie", icon: .check) {
                HTMLTemplates.form(.method(.post), .action(frame.links.to(.review(model.family.household.id))), .novalidate(), .class("form")) {
                    frame.token
                    CheckboxField(Self.box, "Ces informations sont exactes et à jour", in: model.form)
                    SubmitButton(model.check == nil ? "Certifier mon dossier" : "Certifier de nouveau")
                }
            }
        }
    }
}

private struct OwnReview: HTML {
    let frame: PortalFrame
    let reader: Adult

    var body: some HTML {
        DefinitionList([
            Definition("Nom", "\(reader.title.french) \(reader.fullName)"), Definition("Adresse", reader.address.line),
            Definition("Téléphone", reader.phone?.french ?? "Non renseigné"), Definition("E-mail", reader.email?.text ?? "Non renseigné"),
        ])
        ButtonRow {
            ForEach([ChangeField.phone, .address, .name]) { field in
                LinkButton(
                    "Corriger\u{A0}: \(field.french.lowercased())",
                    to: frame.links.to(.change(field, reader.id.rawValue)),
                    style: .quiet,
                    icon: .edit
                )
            }
        }
    }
}

private struct HouseholdReview: HTML {
    let frame: PortalFrame
    let model: FamilyCheckPage.Model

    var body: some HTML {
        let household = model.family.household
        DefinitionList([
            Definition("Adresse", household.address.line), Definition("Adultes", model.family.adults.map(\.fullName).joined(separator: ", ")),
            Definition("Quotient familial", model.quotient?.quotient.french ?? "Non déclaré"),
        ])
        ButtonRow {
            LinkButton(
                "Corriger l'adresse",
                to: frame.links.to(.change(.householdAddress, household.id.rawValue)),
                style: .quiet,
                icon: .edit
            )
            LinkButton("Changement de situation", to: frame.links.to(.situation(household.id)), style: .quiet, icon: .request)
            LinkButton("Quotient familial", to: frame.links.to(.quotient(household.id) as FamilyFilePage), style: .quiet, icon: .euro)
        }
    }
}

private struct ChildReview: HTML {
    let frame: PortalFrame
    let child: Child
    let number: Int
    let buses: [ChildBusLine]
    let today: CivilDate

    var body: some HTML {
        Card("\(number). \(child.fullName)", icon: .family) {
            DefinitionList(
                [
                    Definition("Date de naissance", child.birthDay.frenchWithoutWeekday),
                    Definition("École", child.schooling.words(on: today).joined(separator: ", ")),
                ] + buses.map { Definition("Car, \($0.activity.name)", $0.reviewWords) }
            )
            ButtonRow {
                LinkButton(
                    "Corriger l'état civil",
                    to: frame.links.to(.change(.childIdentity, child.id.rawValue)),
                    style: .quiet,
                    icon: .edit
                )
                LinkButton("Corriger l'école", to: frame.links.to(.change(.school, child.id.rawValue)), style: .quiet, icon: .edit)
                ForEach(buses.filter { $0.buses.chooser == .family }) { line in
                    LinkButton(
                        line.isAnswered ? "Changer les arrêts de car" : "Indiquer les arrêts de car",
                        to: frame.links.to(FamilyFilePage.stops(child.id, activity: line.activity.code)),
                        style: .quiet,
                        icon: .place,
                        about: "\(child.firstName), \(line.activity.name)"
                    )
                }
                LinkButton("Entourage", to: frame.links.to(.contacts(child.id)), style: .quiet, icon: .user)
                LinkButton("Fiche sanitaire", to: frame.links.to(.sheet(child.id) as FamilyFilePage), style: .quiet, icon: .file)
            }
        }
    }
}

extension ChildBusLine {
    /// "Matin : Ligne Nord, Gare, 7 h 42 ; Soir : Pas de car", what was said last; "À indiquer".
    fileprivate var reviewWords: String {
        guard isAnswered else { return "À indiquer" }
        return BusTrip.allCases.map { "\($0.french)\u{A0}: \(buses.french(later?.stops ?? stops, on: $0))" }.joined(separator: "\u{A0}; ")
    }
}
