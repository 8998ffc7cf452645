package import PortalCore

/// A town's colours, all made from its one accent so that words are readable on every one of them, by day and by night.
package struct Theme: Sendable {
    let light: Palette
    let dark: Palette

    package init(accent: PortalColour) {
        let accent = OKLabColour(ScreenColour(accent))
        light = .light(accent)
        dark = .dark(accent)
    }

    /// The stylesheet that a portal adds to `Public/portal.css`.
    package var stylesheet: String { rules(for: ":root") }

    /// The stylesheet that gives the colours to what carries a town's class: the cards of the front page.
    ///
    /// - Parameter slug: a portal's name in addresses, which has letters, digits and hyphens only.
    package func stylesheet(forTown slug: String) -> String { rules(for: ".town-\(slug)") }

    private func rules(for selector: String) -> String {
        "\(selector){\(light.css)}\n@media (prefers-color-scheme:dark){\(selector){\(dark.css)}}\n@media print{\(selector){\(light.css)}}\n"
    }
}

/// The colours of one theme, as the stylesheet names them.
struct Palette {
    /// Links, buttons, marks: at least 4.5 to 1 on every background of the pages.
    let accent: ScreenColour
    /// The accent under the pointer.
    let strong: ScreenColour
    /// Words on the accent.
    let onAccent: ScreenColour
    /// Large tinted areas.
    let wash: ScreenColour
    /// What is chosen or booked: the most tinted background that words stand on.
    let soft: ScreenColour
    /// Borders of tinted areas.
    let line: ScreenColour

    /// Contrast of words with their background (WCAG 1.4.3), with a little to spare.
    static let readable = 4.6

    fileprivate static func light(_ hue: OKLabColour) -> Palette {
        let soft = hue.with(lightness: 0.93, chroma: 0.032)
        let accent = firstReadable(on: [soft, .white], from: min(hue.lightness, 0.62), step: -0.01) { hue.with(lightness: $0, chroma: 0.2) }
        return Palette(
            accent: accent,
            strong: hue.with(lightness: OKLabColour(accent).lightness - 0.09, chroma: 0.2),
            onAccent: .white,
            wash: hue.with(lightness: 0.97, chroma: 0.012),
            soft: soft,
            line: hue.with(lightness: 0.86, chroma: 0.045)
        )
    }

    fileprivate static func dark(_ hue: OKLabColour) -> Palette {
        let soft = hue.with(lightness: 0.34, chroma: 0.06)
        let onAccent = hue.with(lightness: 0.18, chroma: 0.03)
        let accent = firstReadable(on: [soft, onAccent], from: max(hue.lightness, 0.76), step: 0.01) { hue.with(lightness: $0, chroma: 0.13) }
        return Palette(
            accent: accent,
            strong: hue.with(lightness: min(OKLabColour(accent).lightness + 0.07, 0.97), chroma: 0.1),
            onAccent: onAccent,
            wash: hue.with(lightness: 0.245, chroma: 0.025),
            soft: soft,
            line: hue.with(lightness: 0.46, chroma: 0.06)
        )
    }

    /// The first lightness, going by steps, that is readable on all the backgrounds.
    private static func firstReadable(
        on backgrounds: [ScreenColour],
        from start: Double,
        step: Double,
        colour: (Double) -> ScreenColour
    ) -> ScreenColour {
        var lightness = start
        while (0.05...0.97).contains(lightness) {
            let candidate = colour(lightness)
            if backgrounds.allSatisfy({ candidate.contrast(with: $0) >= readable }) { return candidate }
            lightness += step
        }
        return colour(lightness)
    }

    fileprivate var css: String {
        "--accent:\(accent.css);--accent-strong:\(strong.css);--on-accent:\(onAccent.css);"
            + "--accent-wash:\(wash.css);--accent-soft:\(soft.css);--accent-line:\(line.css)"
    }
}
