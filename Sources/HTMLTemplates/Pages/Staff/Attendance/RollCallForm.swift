import PortalCore

/// The names of the fields of the roll call, which its script reads too.
package enum RollCallFields {
    /// One "key/moment/slot/act/time" for each tap.
    package static let entry = "saisie"
    package static let activity = "activite"
    package static let unit = "unite"
    package static let day = "jour"
}

/// The children's cards. Without script each button sends the form; with it, the tap is kept in the page and sent as soon as possible.
struct RollCallForm: HTML {
    let frame: PortalFrame
    let model: RollCallPage.Model

    var body: some HTML {
        form(
            .class("roll"),
            .id("pointage"),
            .method(.post),
            .action(frame.links.to(AttendanceDeskPage.entries)),
            .data(.store, model.store),
            .data(.key, model.key),
            .data(.now, model.now)
        ) {
            frame.token
            RollCallHiddenFields(list: model.list)
            p(.class("roll-network"), .id("liaison"), .role(.status), .hidden(true)) { "" }
            ul(.class("roll-refused"), .id("refus"), .hidden(true)) { "" }
            if model.list.children.isEmpty {
                EmptyState("Aucun enfant attendu", icon: .family) { p { "Personne n'a réservé ce moment." } }
            } else {
                RollCallFinder()
                ForEach(groups) { group in
                    section(.class("roll-group"), .ariaLabel(group.name)) {
                        h2 {
                            "\(group.name) "
                            span(.class("hint")) { "\(group.children.count)" }
                        }
                        ul(.class("roll-list")) {
                            ForEach(group.children) { child in
                                RollCallCard(child: child, list: model.list, key: model.key, links: frame.links)
                            }
                        }
                    }
                }
                p(.class("roll-none"), .id("personne"), .hidden(true)) { "Aucun enfant de la liste ne correspond." }
            }
        }
    }

    /// The children by group, in the activity's order; those of no group last.
    private var groups: [(name: String, children: [RollCallChild])] {
        let names = model.list.activity.groups.map(\.name)
        let byGroup = Dictionary(grouping: model.list.children, by: \.group)
        let known = names.compactMap { name in byGroup[name].map { (name: name, children: $0) } }
        let care = model.list.children.filter { $0.care != nil }
        let others = model.list.children.filter { !names.contains($0.group) && $0.care == nil }
        return (known + [(RollCallChild.regularCare, care), ("Autres enfants", others)]).filter { !$0.children.isEmpty }
    }
}

/// Finds a child by the first letters of a name, or those in one state: only the script, which shows it, can answer at once.
private struct RollCallFinder: HTML {
    var body: some HTML {
        div(.class("roll-find"), .id("trouver"), .hidden(true)) {
            label(.for("trouver-nom")) { "Trouver un enfant" }
            input(.type(.search), .id("trouver-nom"), .autocomplete(.off), .spellcheck(false))
            div(.role(.group), .ariaLabel("Montrer")) {
                filter("", "Tous", isPressed: true)
                filter("todo", "À pointer", isPressed: false)
                filter("in", "Présents", isPressed: false)
                filter("left", "Partis", isPressed: false)
                filter("away", "Absents", isPressed: false)
            }
        }
    }

    private func filter(_ state: String, _ title: String, isPressed: Bool) -> some HTML {
        button(.class("button secondary"), .type(.button), .data(.shows, state), .ariaPressed(isPressed)) { title }
    }
}

/// Which list the form is about, for the answer.
struct RollCallHiddenFields: HTML {
    let list: RollCall

    var body: some HTML {
        HiddenField(RollCallFields.activity, list.activity.code)
        HiddenField(RollCallFields.unit, list.unit.code)
        HiddenField(RollCallFields.day, list.date.iso)
    }
}

extension DataName {
    fileprivate static let store = DataName("data-magasin")
    fileprivate static let key = DataName("data-cle")
    fileprivate static let shows = DataName("data-montre")
    fileprivate static let now = DataName("data-maintenant")
}
