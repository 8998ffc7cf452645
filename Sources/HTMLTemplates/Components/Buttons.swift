/// How much a button asks to be pressed. A page has one primary button.
enum ButtonStyle: String {
    case primary, secondary, quiet, danger
}

/// Sends the form that it is in.
struct SubmitButton: HTML {
    private let label: String
    private let style: ButtonStyle
    private let icon: Icon?
    private let name: String?
    private let value: String?
    private let action: Link?

    /// - Parameters:
    ///   - name: with its value, which of several buttons was pressed.
    ///   - action: where this button sends the form; nil for the form's own address.
    init(_ label: String, style: ButtonStyle = .primary, icon: Icon? = nil, name: String? = nil, value: String? = nil, action: Link? = nil) {
        self.label = label
        self.style = style
        self.icon = icon
        self.name = name
        self.value = value
        self.action = action
    }

    var body: some HTML {
        button(.class("button \(style.rawValue)"), .type(.submit), Attribute("name", name), .value(value), .formaction(action)) {
            if let icon { IconView(icon) }
            label
        }
    }
}

/// A link that looks like a button: it leads somewhere, it changes nothing.
struct LinkButton: HTML {
    private let label: String
    private let link: Link
    private let style: ButtonStyle
    private let icon: Icon?
    private let subject: String?

    /// - Parameter subject: what it is about, for those who meet the link without what stands around it: screen readers list links.
    init(_ label: String, to link: Link, style: ButtonStyle = .secondary, icon: Icon? = nil, about subject: String? = nil) {
        self.subject = subject
        self.label = label
        self.link = link
        self.style = style
        self.icon = icon
    }

    var body: some HTML {
        a(.class("button \(style.rawValue)"), .href(link)) {
            if let icon { IconView(icon) }
            label
            if let subject { span(.class("v")) { "\u{A0}: \(subject)" } }
        }
    }
}

/// Buttons side by side, the main one first.
struct ButtonRow<Content: HTML>: HTML {
    private let content: Content

    init(@HTMLBuilder content: () -> Content) {
        self.content = content()
    }

    var body: some HTML {
        div(.class("buttons")) { content }
    }
}
