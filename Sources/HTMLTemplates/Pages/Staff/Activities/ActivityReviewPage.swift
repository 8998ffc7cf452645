package import PortalCore

/// What a change of an activity would touch, before it is confirmed.
package struct ActivityReviewPage: HTML {
    package struct Model: Sendable {
        package let activity: Activity
        package let change: ActivityChange
        package let impact: ActivityImpact
        /// The form's fields as they were typed, to be sent again.
        package let typed: [(name: String, value: String)]
        /// Why the change was not made; nil at first.
        package let refusal: String?

        package init(
            activity: Activity,
            change: ActivityChange,
            impact: ActivityImpact,
            typed: [(name: String, value: String)],
            refusal: String?
        ) {
            self.activity = activity
            self.change = change
            self.impact = impact
            self.typed = typed
            self.refusal = refusal
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
            frame.around(.activities),
            title: "Ce que cela change",
            introduction: "Rien n'est encore changé. Vérifiez, puis confirmez.",
            crumbs: [Crumb("Activités", frame.links.to(.list as ActivityDeskPage)), Crumb(model.activity.name, settings)]
        ) {
            if let refusal = model.refusal { Notice(.warning, title: "Ce n'est pas fait") { p { refusal } } }
            Card("\(model.activity.name)\u{A0}: \(model.change.title)", icon: .edit) {
                DefinitionList(model.impact.lines.map { Definition($0.title, $0.words) })
            }
            if !model.impact.crowded.isEmpty {
                DataTable("Jours avec plus d'enfants que de places", columns: ["Jour", .number("Réservés"), .number("Places")]) {
                    ForEach(model.impact.crowded) { day in
                        tr {
                            th(.scope(.row)) { day.date.french }
                            td(.class("number")) { day.taken }
                            td(.class("number")) { day.limit }
                        }
                    }
                }
            }
            confirmation
        }
    }

    private var settings: Link { frame.links.to(.settings(activity: model.activity.code, window: nil)) }

    private var confirmation: some HTML {
        HTMLTemplates.form(.method(.post), .action(frame.links.to(.change(activity: model.activity.code)))) {
            frame.token
            ForEach(model.typed) { field in HiddenField(field.name, field.value) }
            if !model.impact.crowded.isEmpty { HiddenField(ActivityForm.Field.allowed.rawValue, "oui") }
            ButtonRow {
                SubmitButton(model.impact.crowded.isEmpty ? "Confirmer" : "Confirmer quand même", icon: .check)
                LinkButton("Ne rien changer", to: settings, style: .quiet, icon: .previous)
            }
        }
    }
}
