/// A drawing of `Public/icons.svg`. It is decoration: the words beside it say the same.
struct IconView: HTML {
    typealias Body = Nothing

    private let icon: Icon

    init(_ icon: Icon) {
        self.icon = icon
    }

    static func render(_ html: IconView, into buffer: inout HTMLBuffer) {
        buffer.raw("<svg class=\"i\" aria-hidden=\"true\"><use href=\"")
        buffer.attributeText(buffer.assets.icons)
        buffer.raw("#")
        buffer.attributeText(html.icon.rawValue)
        buffer.raw("\"></use></svg>")
    }
}

/// The drawings there are, by their id in the file.
package enum Icon: String, CaseIterable, Hashable, Sendable {
    case home, family, calendar, agenda, request, mail, phone, place, clock
    case user, key, exit, file, euro, news, printer
    case check, plus, minus, cross, lock, warning, info, absent, full
    case previous, next, edit, search, help, menu, weeks, copy, clear
}
