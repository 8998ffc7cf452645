import Glibc
import PortalCore

/// A colour as a screen shows it: sRGB, eight bits a channel.
struct ScreenColour: Hashable {
    let red: UInt8
    let green: UInt8
    let blue: UInt8

    static let white = ScreenColour(red: 255, green: 255, blue: 255)

    init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    init(_ colour: PortalColour) {
        self.init(red: colour.red, green: colour.green, blue: colour.blue)
    }

    /// From amounts of light, 0 to 1.
    init(linear: (Double, Double, Double)) {
        self.init(red: encoded(linear.0), green: encoded(linear.1), blue: encoded(linear.2))
    }

    /// Amounts of light, 0 to 1.
    var linear: (Double, Double, Double) { (decoded(red), decoded(green), decoded(blue)) }

    /// "#1d6f8a".
    var css: String { "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

    /// WCAG 2.2 contrast ratio, 1 to 21.
    func contrast(with other: ScreenColour) -> Double {
        let lights = [luminance, other.luminance]
        return ((lights.max() ?? 0) + 0.05) / ((lights.min() ?? 0) + 0.05)
    }

    /// WCAG 2.2 relative luminance, 0 to 1.
    private var luminance: Double {
        let (red, green, blue) = linear
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

private func decoded(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
}

private func encoded(_ light: Double) -> UInt8 {
    let light = min(max(light, 0), 1)
    let value = light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
    return UInt8((value * 255).rounded())
}
