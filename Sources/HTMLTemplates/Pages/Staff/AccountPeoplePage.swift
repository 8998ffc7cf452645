package import PortalCore

/// Adults by name, with the state of their accounts: what the staff look up when somebody calls and cannot get in.
package struct AccountPeoplePage: HTML {
    private let frame: PortalFrame
    private let name: String
    private let people: [PersonWithAccount]
    private let resetsSecondFactors: Bool
    private let refusal: String?

    /// - Parameters:
    ///   - name: what was searched for.
    ///   - resetsSecondFactors: whether the reader may take a second factor away.
    ///   - refusal: why what was just asked could not be done.
    package init(frame: PortalFrame, name: String, people: [PersonWithAccount], resetsSecondFactors: Bool, refusal: String? = nil) {
        self.frame = frame
        self.name = name
        self.people = people
        self.resetsSecondFactors = resetsSecondFactors
        self.refusal = refusal
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: "Comptes des familles",
            introduction: "Qui a un compte, et qui attend le sien\u{A0}: cherchez un adulte par son nom.",
            crumbs: [Crumb("Familles", frame.links.to(.list(search: nil)))]
        ) {
            if let refusal { HTMLTemplates.Notice(.danger) { p { refusal } } }
            form(.class("filters"), .method(.get), .action(frame.links.to(.people(name: nil)))) {
                TextField("nom", "Nom ou prénom", hint: "Au moins deux lettres", in: FormState(values: ["nom": name]))
                SubmitButton("Chercher", style: .secondary, icon: .search)
            }
            if !people.isEmpty {
                DataTable("Adultes trouvés", columns: ["Nom", "Foyer", "E-mail", "Compte", "Action"]) {
                    ForEach(people) { person in PersonRow(frame: frame, name: name, person: person, resets: resetsSecondFactors) }
                }
            } else if !name.isEmpty {
                EmptyState("Personne de ce nom", icon: .search) { p { "Essayez le début du nom de famille, ou le prénom." } }
            }
        }
    }
}

private struct PersonRow: HTML {
    let frame: PortalFrame
    let name: String
    let person: PersonWithAccount
    let resets: Bool

    var body: some HTML {
        tr {
            th(.scope(.row)) { person.adult.fullName }
            td { person.households.isEmpty ? "Aucun foyer" : person.households.joined(separator: ", ") }
            td { person.adult.email?.text ?? "–" }
            td { AccountStateTag(person: person) }
            td {
                if let label { PersonButton(frame: frame, name: name, link: frame.links.to(.preparation(person.adult.id)), label: label) }
                if resets, person.account?.secondFactorSince != nil {
                    PersonButton(
                        frame: frame,
                        name: name,
                        link: frame.links.to(.secondFactorReset(person.adult.id)),
                        label: "Retirer la double authentification"
                    )
                }
            }
        }
    }

    /// What may be done: preparing an account, or sending its first password again.
    private var label: String? {
        guard person.adult.email != nil else { return nil }
        guard let account = person.account else { return "Préparer un compte" }
        if account.closedAt != nil { return "Rouvrir le compte" }
        return account.firstPasswordUntil == nil ? nil : "Renvoyer un mot de passe"
    }
}

private struct PersonButton: HTML {
    let frame: PortalFrame
    let name: String
    let link: Link
    let label: String

    var body: some HTML {
        form(.method(.post), .action(link)) {
            frame.token
            HiddenField("nom", name)
            SubmitButton(label, style: .secondary)
        }
    }
}

private struct AccountStateTag: HTML {
    let person: PersonWithAccount

    var body: some HTML {
        if let account = person.account {
            if let closedAt = account.closedAt {
                StateTag("Fermé le \(closedAt.frenchNumeric)", tone: .neutral)
            } else if let until = account.firstPasswordUntil {
                StateTag("Préparé, à ouvrir avant le \(until.frenchNumeric)", tone: .warning, icon: .clock)
            } else {
                StateTag("Actif", tone: .success)
            }
            p(.class("hint")) { "\(account.login), \(account.lastLoginAt.map { "connecté le \($0.frenchNumeric)" } ?? "jamais connecté")" }
        } else {
            StateTag("Aucun", tone: .neutral)
        }
    }
}
