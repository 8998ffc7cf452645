import PortalCore
import Testing

@testable import HTMLTemplates

struct ThemeTests {
    /// The backgrounds of `Public/portal.css` that do not follow the accent: paper and surface.
    private let lightBackgrounds = [ScreenColour.white, ScreenColour(red: 0xFB, green: 0xF9, blue: 0xF6)]
    private let darkBackgrounds = [ScreenColour(red: 0x18, green: 0x17, blue: 0x15), ScreenColour(red: 0x22, green: 0x21, blue: 0x1E)]

    @Test func `whatever a town's colour, its accent is readable on every background, by day and by night`() {
        for theme in themes {
            for (palette, backgrounds) in [(theme.light, lightBackgrounds), (theme.dark, darkBackgrounds)] {
                let ratios = (backgrounds + [palette.wash, palette.soft, palette.onAccent]).map { palette.accent.contrast(with: $0) }
                #expect((ratios.min() ?? 0) >= 4.5)
                #expect(palette.strong.contrast(with: palette.onAccent) >= 4.5)
            }
        }
    }

    @Test func `ordinary words are readable on the tinted backgrounds`() {
        let inks = [ScreenColour(red: 0x24, green: 0x20, blue: 0x1B), ScreenColour(red: 0x5C, green: 0x55, blue: 0x4C)]
        let darkInks = [ScreenColour(red: 0xF2, green: 0xEE, blue: 0xE7), ScreenColour(red: 0xC2, green: 0xBA, blue: 0xAE)]
        for theme in themes {
            for (palette, words) in [(theme.light, inks), (theme.dark, darkInks)] {
                for word in words {
                    #expect(min(word.contrast(with: palette.wash), word.contrast(with: palette.soft)) >= 4.5)
                }
            }
        }
    }

    @Test func `contrast is WCAG's`() {
        let black = ScreenColour(red: 0, green: 0, blue: 0)
        #expect(abs(black.contrast(with: .white) - 21) < 0.001)
        #expect(abs(ScreenColour(red: 0x77, green: 0x77, blue: 0x77).contrast(with: .white) - 4.478) < 0.001)
    }

    @Test func `a colour goes through OKLab and back`() {
        for colour in colours.map({ ScreenColour($0) }) {
            let lab = OKLabColour(colour)
            let back = lab.with(lightness: lab.lightness, chroma: lab.chroma)
            #expect(abs(Int(back.red) - Int(colour.red)) <= 1 && abs(Int(back.green) - Int(colour.green)) <= 1)
        }
    }

    @Test func `the stylesheet gives both themes`() throws {
        let theme = Theme(accent: try #require(PortalColour(notation: "#1D6F8A")))
        #expect(theme.stylesheet.contains("--accent:#"))
        #expect(theme.stylesheet.contains("prefers-color-scheme:dark"))
    }

    private var themes: [Theme] { colours.map { Theme(accent: $0) } }

    /// Six steps in each channel: 216 colours, black and white included.
    private var colours: [PortalColour] {
        let steps = ["00", "33", "66", "99", "CC", "FF"]
        return steps.flatMap { red in
            steps.flatMap { green in steps.compactMap { blue in PortalColour(notation: "#\(red)\(green)\(blue)") } }
        }
    }
}
