/// One portal as its definition file describes it: settings, closed days and activities, without any number of the database.
///
/// The file's format is in docs/definition.md.
package struct PortalDefinition: Hashable, Sendable {
    package let settings: PortalSettings
    /// In order of their first day.
    package let closures: [TownClosure]
    package let activities: [ActivityDefinition]

    package init(settings: PortalSettings, closures: [TownClosure], activities: [ActivityDefinition]) {
        self.settings = settings
        self.closures = closures
        self.activities = activities
    }
}
