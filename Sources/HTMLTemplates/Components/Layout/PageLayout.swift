/// A whole page: head, header, landmarks, heading, content, footer.
struct PageLayout<Content: HTML>: HTML {
    private let frame: PageFrame
    private let title: String
    private let introduction: String?
    private let crumbs: [Crumb]
    private let form: FormState
    private let script: Script?
    private let isCompact: Bool
    private let content: Content

    /// - Parameters:
    ///   - title: the page's heading, and the beginning of its title.
    ///   - introduction: a sentence under the heading.
    ///   - crumbs: the pages above this one, from the top.
    ///   - form: the form that the page comes back with; its errors stand first, in the title too (RGAA 8.6).
    ///   - isCompact: the heading leaves as much room as it can to a page of work.
    init(
        _ frame: PageFrame,
        title: String,
        introduction: String? = nil,
        crumbs: [Crumb] = [],
        form: FormState = FormState(),
        script: Script? = nil,
        isCompact: Bool = false,
        @HTMLBuilder content: () -> Content
    ) {
        self.frame = frame
        self.title = title
        self.introduction = introduction
        self.crumbs = crumbs
        self.form = form
        self.script = script
        self.isCompact = isCompact
        self.content = content()
    }

    var body: some HTML {
        Markup("<!DOCTYPE html>")
        html(.lang("fr")) {
            PageHead(
                title: "\(form.errors.isEmpty ? "" : "Erreur\u{A0}: ")\(title) · \(frame.brand.name)",
                theme: frame.brand.theme,
                isDesk: isDesk,
                script: script
            )
            HTMLTemplates.body {
                a(.class("skip"), .href(Link(fragment: "contenu"))) { "Aller au contenu" }
                PageHeader(frame: frame)
                if case .desk(let groups) = frame.navigation {
                    div(.class("desk")) {
                        DeskNavigation(groups: groups)
                        landmark
                    }
                } else {
                    landmark
                }
                PageFooterView(footer: frame.footer, brand: frame.brand)
            }
        }
    }

    private var isDesk: Bool { if case .desk = frame.navigation { true } else { false } }

    private var landmark: some HTML {
        main(.id("contenu"), .tabindex(-1)) {
            PageHeading(title: title, introduction: introduction, crumbs: crumbs, isCompact: isCompact)
            div(.class("wrap content")) {
                ForEach(frame.flash) { flash in FlashMessage(flash: flash) }
                ErrorSummary(form)
                content
            }
        }
    }
}

private struct PageHead: HTML {
    let title: String
    let theme: Link?
    let isDesk: Bool
    let script: Script?

    var body: some HTML {
        head {
            Markup(
                #"<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">"#
            )
            HTMLTemplates.title { title }
            AssetLinks(isDesk: isDesk, script: script)
            if let theme { link(.rel(.stylesheet), .href(theme)) }
        }
    }
}

/// The files of the page, at the addresses that the rendering was given.
private struct AssetLinks: HTML {
    typealias Body = Nothing

    let isDesk: Bool
    let script: Script?

    static func render(_ html: AssetLinks, into buffer: inout HTMLBuffer) {
        buffer.raw("<link rel=\"icon\" type=\"image/svg+xml\" href=\"")
        buffer.attributeText(buffer.assets.icons)
        buffer.raw("\"><link rel=\"stylesheet\" href=\"")
        buffer.attributeText(buffer.assets.stylesheet)
        buffer.raw("\">")
        if html.isDesk {
            buffer.raw("<link rel=\"stylesheet\" href=\"")
            buffer.attributeText(buffer.assets.deskStylesheet)
            buffer.raw("\">")
        }
        guard let script = html.script else { return }
        buffer.raw("<script defer src=\"")
        buffer.attributeText(buffer.assets.script(script))
        buffer.raw("\"></script>")
    }
}

private struct PageHeading: HTML {
    let title: String
    let introduction: String?
    let crumbs: [Crumb]
    let isCompact: Bool

    var body: some HTML {
        div(.class(isCompact ? "heading slim" : "heading")) {
            div(.class("wrap")) {
                if !crumbs.isEmpty { Breadcrumbs(crumbs: crumbs, current: title) }
                h1 { title }
                if let introduction { p(.class("lead")) { introduction } }
            }
        }
    }
}
