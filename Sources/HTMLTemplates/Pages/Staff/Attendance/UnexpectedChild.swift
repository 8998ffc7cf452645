import PortalCore

/// Finds a child who came without being expected, and notes it as present.
struct UnexpectedChild: HTML {
    let frame: PortalFrame
    let model: RollCallPage.Model

    var body: some HTML {
        Card("Un enfant venu sans réservation", icon: .search, id: "imprevu") {
            form(.class("filters"), .method(.get), .action(frame.links.to(.rollCall(RollCallPlace(), search: nil)).at(fragment: "imprevu"))) {
                RollCallHiddenFields(list: model.list)
                TextField("nom", "Prénom ou nom de l'enfant", in: FormState(values: ["nom": model.search?.typed ?? ""]))
                SubmitButton("Chercher", style: .secondary, icon: .search)
            }
            if let search = model.search { results(search) }
        }
    }

    private func results(_ search: RollCallPage.Model.Search) -> some HTML {
        let known = Set(model.list.children.map(model.list.subject))
        return form(.method(.post), .action(frame.links.to(AttendanceDeskPage.entries))) {
            frame.token
            RollCallHiddenFields(list: model.list)
            if search.found.isEmpty { p { "Aucun enfant de ce nom. Écrivez au moins deux lettres." } }
            ul(.class("list")) {
                ForEach(search.found) { each in
                    li { FoundChild(child: each.child, date: model.list.date, isListed: known.contains(each.subject), value: value(each)) }
                }
            }
        }
    }

    private func value(_ each: RollCallNewcomer) -> String {
        "\(model.key)-\(each.subject.card)-imprevu/-/\(each.subject.text)/present/-"
    }
}

private struct FoundChild: HTML {
    let child: Child
    let date: CivilDate
    let isListed: Bool
    let value: String

    var body: some HTML {
        div(.class("roll-found")) {
            span {
                strong { child.fullName }
                span(.class("hint")) { child.schooling.words(on: date).joined(separator: ", ") }
            }
            if isListed {
                StateTag("Sur la liste", tone: .neutral)
            } else {
                SubmitButton("Noter \(child.firstName) présent", style: .secondary, icon: .plus, name: RollCallFields.entry, value: value)
            }
        }
    }
}
