package import PortalCore

/// What a closure would touch, before it is confirmed.
package struct ClosureReviewPage: HTML {
    /// The fields of the confirmation, besides those of the form.
    package enum Field: String, Sendable {
        /// How many bookings the staff saw that it touches.
        case seen = "vu"
        /// Makes a confirmation that is sent twice count once.
        case key = "cle"
    }

    package struct Model: Sendable {
        package let order: ClosureOrder
        package let impact: ClosureImpact
        package let counts: [ClosureCount]
        package let activities: [Activity]
        /// The form's fields as they were typed, to be sent again.
        package let typed: [(name: String, value: String)]
        package let key: String
        /// What has changed since the staff looked; nil at first.
        package let warning: String?

        package init(
            order: ClosureOrder,
            impact: ClosureImpact,
            counts: [ClosureCount],
            activities: [Activity],
            typed: [(name: String, value: String)],
            key: String,
            warning: String?
        ) {
            self.order = order
            self.impact = impact
            self.counts = counts
            self.activities = activities
            self.typed = typed
            self.key = key
            self.warning = warning
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
            frame.around(.closures),
            title: "Qui est touché\u{A0}?",
            introduction: "Rien n'est encore changé. Vérifiez, puis confirmez.",
            crumbs: [Crumb("Fermetures", frame.links.to(.closures(nil)))]
        ) {
            if let warning = model.warning { Notice(.warning, title: "À vérifier de nouveau") { p { warning } } }
            Card(model.order.title, icon: .cross) {
                DefinitionList([
                    Definition("Ce qui ferme", model.order.scope.words(among: model.activities)),
                    Definition("Réservations", model.order.effect.french),
                    Definition("Concernées", model.impact.words),
                ])
            }
            ClosureCounts(counts: model.counts)
            ClosureFamilies(families: model.impact.families, effect: model.order.effect, links: frame.links)
            confirmation
        }
    }

    private var confirmation: some HTML {
        HTMLTemplates.form(.method(.post), .action(frame.links.to(.closureDeclaration))) {
            frame.token
            ForEach(model.typed) { field in HiddenField(field.name, field.value) }
            HiddenField(Field.seen.rawValue, String(model.impact.bookings.count))
            HiddenField(Field.key.rawValue, model.key)
            ButtonRow {
                SubmitButton(model.order.effect.confirmation(model.impact.bookings.count), style: .danger, icon: .check)
                LinkButton("Ne rien changer", to: frame.links.to(.closures(nil)), style: .quiet, icon: .previous)
            }
        }
    }
}

/// Children and bookings of each activity, day by day.
struct ClosureCounts: HTML {
    let counts: [ClosureCount]

    var body: some HTML {
        if !counts.isEmpty {
            DataTable("Par jour et par activité", columns: ["Jour", "Activité", .number("Enfants"), .number("Réservations")]) {
                ForEach(counts) { count in
                    tr {
                        th(.scope(.row)) { count.date.french }
                        td { count.activity.name }
                        td(.class("number")) { count.children }
                        td(.class("number")) { count.bookings }
                    }
                }
            }
        }
    }
}

/// The families that are touched, those that no mail reaches first.
private struct ClosureFamilies: HTML {
    let families: [ClosureFamily]
    let effect: ClosureEffect
    let links: PortalLinks

    var body: some HTML {
        let unreached = families.filter { !$0.isReached }
        if effect != .keeps, !unreached.isEmpty {
            Card("À prévenir par téléphone (\(unreached.count))", icon: .phone) {
                p { "Ces familles n'ont pas de compte, ou pas d'adresse e-mail\u{A0}: aucun courriel ne les atteint." }
                list(unreached)
            }
        }
        let reached = effect == .keeps ? families : families.filter(\.isReached)
        if !reached.isEmpty {
            details(.class("card")) {
                summary { "\(effect == .keeps ? "Familles concernées" : "Familles prévenues par courriel") (\(reached.count))" }
                list(reached)
            }
        }
    }

    private func list(_ families: [ClosureFamily]) -> some HTML {
        DataTable("Familles", columns: ["Foyer", "Enfants", .number("Réservations"), "Téléphone"]) {
            ForEach(families) { family in
                tr {
                    th(.scope(.row)) { a(.href(links.to(.household(family.household)))) { family.name } }
                    td { family.children.joined(separator: ", ") }
                    td(.class("number")) { family.bookings }
                    td(.class("lines-kept")) { family.phones.joined(separator: "\n") }
                }
            }
        }
    }
}

extension ClosureImpact {
    /// "48 réservations de 31 familles, et 3 places en liste d'attente".
    fileprivate var words: String {
        guard !bookings.isEmpty else { return waiting == 0 ? "Aucune réservation" : "Aucune réservation, \(waiting) en liste d'attente" }
        let count = "\(bookings.count) \(bookings.count == 1 ? "réservation" : "réservations")"
        let from = "\(families.count) \(families.count == 1 ? "famille" : "familles")"
        return "\(count) de \(from)\(waiting == 0 ? "" : ", et \(waiting) en liste d'attente")"
    }
}

extension ClosureOrder {
    /// "Grève, jeudi 12 novembre 2026".
    fileprivate var title: String {
        let reason = words.isEmpty ? cause.rawValue : "\(cause.rawValue) (\(words))"
        return "\(reason.capitalizedFirst), \(days.frenchSpan)"
    }
}

extension ClosureEffect {
    /// The button that confirms.
    fileprivate func confirmation(_ bookings: Int) -> String {
        switch self {
        case .cancels: bookings == 0 ? "Fermer" : "Fermer et annuler \(bookings) \(bookings == 1 ? "réservation" : "réservations")"
        case .minimumService: "Passer en service minimum"
        case .keeps: "Refuser les nouvelles réservations"
        }
    }
}
