/// A page above the one shown.
package struct Crumb: Hashable, Sendable {
    package let title: String
    package let link: Link

    package init(_ title: String, _ link: Link) {
        self.title = title
        self.link = link
    }
}

/// The way from the top to this page (fil d'Ariane).
struct Breadcrumbs: HTML {
    let crumbs: [Crumb]
    let current: String

    var body: some HTML {
        nav(.class("crumbs"), .ariaLabel("Fil d'Ariane")) {
            ol {
                ForEach(crumbs) { crumb in
                    li { a(.href(crumb.link)) { crumb.title } }
                }
                li { span(.ariaCurrent(.page)) { current } }
            }
        }
    }
}
