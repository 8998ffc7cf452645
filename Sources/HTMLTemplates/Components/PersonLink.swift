/// Somebody of the family, with an initial in a disc: the way to the person's own page.
struct PersonLink: HTML {
    private let name: String
    private let detail: String?
    private let link: Link?

    init(_ name: String, detail: String? = nil, to link: Link?) {
        self.name = name
        self.detail = detail
        self.link = link
    }

    var body: some HTML {
        if let link {
            a(.class("person"), .href(link)) {
                Person(name: name, detail: detail)
                IconView(.next)
            }
        } else {
            span(.class("person")) { Person(name: name, detail: detail) }
        }
    }
}

private struct Person: HTML {
    let name: String
    let detail: String?

    var body: some HTML {
        Initial(name)
        span(.class("person-text")) {
            strong { name }
            if let detail { span(.class("hint")) { detail } }
        }
    }
}

/// The first letter of a name in a disc.
struct Initial: HTML {
    private let letter: String

    init(_ name: String) {
        letter = name.prefix(1).uppercased()
    }

    var body: some HTML {
        span(.class("initial"), .ariaHidden()) { letter }
    }
}
