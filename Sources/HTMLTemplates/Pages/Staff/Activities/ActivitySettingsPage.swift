package import PortalCore

/// An activity's days, horizon, windows and places, each with the form that changes it.
package struct ActivitySettingsPage: HTML {
    package struct Model: Sendable {
        package let activity: Activity
        /// The closures to come that close it, of the definition and of the staff.
        package let closures: [TownClosure]
        package let places: [SetPlaces]
        package let today: CivilDate
        /// What fills the forms.
        package let form: FormState
        package let weekdays: Set<String>

        package init(
            activity: Activity,
            closures: [TownClosure],
            places: [SetPlaces],
            today: CivilDate,
            form: FormState,
            weekdays: Set<String>
        ) {
            self.activity = activity
            self.closures = closures
            self.places = places
            self.today = today
            self.form = form
            self.weekdays = weekdays
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
            title: model.activity.name,
            introduction: "Chaque changement montre d'abord ce qu'il touche. Aucune réservation n'est annulée ici.",
            crumbs: [Crumb("Activités", frame.links.to(.list as ActivityDeskPage))],
            form: model.form
        ) {
            ActivityDaysCard(frame: frame, model: model)
            ActivityHorizonCard(frame: frame, model: model)
            ActivityWindowsCard(frame: frame, model: model)
            ActivityPlacesCard(frame: frame, model: model)
            ActivityTimesCard(frame: frame, model: model)
        }
    }
}

/// A form of the page, which leads to what the change would touch.
struct ActivityChangeForm<Content: HTML>: HTML {
    private let frame: PortalFrame
    private let activity: Activity
    private let kind: ActivityForm.Kind
    private let fields: Content

    init(frame: PortalFrame, activity: Activity, kind: ActivityForm.Kind, @HTMLBuilder fields: () -> Content) {
        self.frame = frame
        self.activity = activity
        self.kind = kind
        self.fields = fields()
    }

    var body: some HTML {
        form(.method(.post), .action(frame.links.to(.review(activity: activity.code))), .novalidate(), .class("form stack")) {
            frame.token
            HiddenField(ActivityForm.Field.kind.rawValue, kind.rawValue)
            fields
            ButtonRow { SubmitButton("Voir ce que cela change", icon: .next) }
        }
    }
}

/// Takes back what begins on a day.
struct ActivityRemovalForm: HTML {
    let frame: PortalFrame
    let activity: Activity
    let kind: ActivityForm.Kind
    let day: CivilDate
    let title: String

    var body: some HTML {
        form(.method(.post), .action(frame.links.to(.review(activity: activity.code)))) {
            frame.token
            HiddenField(ActivityForm.Field.kind.rawValue, kind.rawValue)
            HiddenField(ActivityForm.Field.day.rawValue, day.iso)
            SubmitButton(title, style: .quiet, icon: .cross)
        }
    }
}
