/// The staff's navigation: beside the page on a desktop, behind one button on a phone or a tablet.
struct DeskNavigation: HTML {
    let groups: [NavigationGroup]

    var body: some HTML {
        nav(.class("rail"), .ariaLabel("Navigation principale")) {
            // Opens and closes the list after it, without script.
            details(.class("rail-button")) {
                summary {
                    IconView(.menu)
                    span { "Menu" }
                    if let current { span(.class("rail-current")) { current } }
                }
            }
            div(.class("rail-groups")) {
                ForEach(groups) { group in
                    div {
                        p { group.title }
                        NavigationList(items: group.items)
                    }
                }
            }
        }
    }

    /// The title of the current entry.
    private var current: String? { groups.flatMap(\.items).first(where: \.isCurrent)?.title }
}
