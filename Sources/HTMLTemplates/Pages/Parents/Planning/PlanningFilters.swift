package import PortalCore

/// What a planning may be narrowed to, each with its address.
package struct PlanningFilters: Sendable {
    struct Entry: Sendable {
        let title: String
        let link: Link
        let isCurrent: Bool
        /// What the script matches the cells with; empty for all.
        let key: String
    }

    let children: [Entry]
    let activities: [Entry]

    /// - Parameter month: the month with everything in it.
    package init(of month: PlanningMonth, child: Identifier<Child>?, activity: Identifier<Activity>?, links: PortalLinks) {
        var known: [PlanningActivity] = []
        for each in month.children.flatMap(\.activities) where !known.contains(where: { $0.id == each.id }) { known.append(each) }
        children =
            [Entry(title: "Tous", link: links.to(.planning(month.month, activity: activity)), isCurrent: child == nil, key: "")]
            + month.children.map { each in
                let link = links.to(.planning(month.month, child: each.id, activity: activity))
                return Entry(title: each.firstName, link: link, isCurrent: each.id == child, key: String(each.id.rawValue))
            }
        activities =
            [Entry(title: "Toutes les activités", link: links.to(.planning(month.month, child: child)), isCurrent: activity == nil, key: "")]
            + known.map { each in
                let link = links.to(.planning(month.month, child: child, activity: each.id))
                return Entry(title: each.name, link: link, isCurrent: each.id == activity, key: String(each.id.rawValue))
            }
    }
}

/// The children as chips, the activities as a list that folds out. Each choice is a link; with script it takes effect at once.
struct PlanningFilterBar: HTML {
    let filters: PlanningFilters

    var body: some HTML {
        if filters.children.count > 2 {
            nav(.ariaLabel("Enfants affichés")) {
                ul(.class("who"), .data(.filter, "c")) { ForEach(filters.children) { entry in li { FilterLink(entry: entry) } } }
            }
        }
        if filters.activities.count > 2 {
            details(.class("pick")) {
                summary { current?.title ?? "" }
                nav(.ariaLabel("Activités affichées")) {
                    ul(.data(.filter, "a")) { ForEach(filters.activities) { entry in li { FilterLink(entry: entry) } } }
                }
            }
        }
    }

    private var current: PlanningFilters.Entry? { filters.activities.first(where: \.isCurrent) }
}

private struct FilterLink: HTML {
    let entry: PlanningFilters.Entry

    var body: some HTML {
        a(.href(entry.link), .data(.key, entry.key), .ariaCurrent(entry.isCurrent ? .yes : nil)) { entry.title }
    }
}

extension DataName {
    /// Which of the two filters a list is.
    fileprivate static let filter = DataName("data-f")
    /// The child's or activity's number of a choice.
    fileprivate static let key = DataName("data-k")
}
