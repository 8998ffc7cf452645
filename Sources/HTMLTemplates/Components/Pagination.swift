/// The way to the pages before and after: months, lists.
struct Pagination: HTML {
    private let label: String
    private let previous: (title: String, link: Link)?
    private let current: String
    private let next: (title: String, link: Link)?

    /// - Parameter label: what the pages are, for those who hear them: "Mois".
    init(_ label: String, previous: (title: String, link: Link)?, current: String, next: (title: String, link: Link)?) {
        self.label = label
        self.previous = previous
        self.current = current
        self.next = next
    }

    var body: some HTML {
        nav(.class("pages"), .ariaLabel(label)) {
            if let previous {
                a(.class("button secondary"), .href(previous.link), .rel(.previous)) {
                    IconView(.previous)
                    previous.title
                }
            }
            strong(.ariaCurrent(.page)) { current }
            if let next {
                a(.class("button secondary"), .href(next.link), .rel(.next)) {
                    next.title
                    IconView(.next)
                }
            }
        }
    }
}
