import PortalCore

/// Where and when the children of an outing meet, for who leads it; nothing for another activity.
struct OutingMeeting: HTML {
    let activity: Activity?

    var body: some HTML {
        if let plan = activity?.outing { HTMLTemplates.Notice(.neutral, title: "Rendez-vous") { p { plan.meeting } } }
    }
}
