import Glibc

/// A colour in OKLab (Björn Ottosson, 2020), where equal steps of lightness look equal whatever the hue.
struct OKLabColour {
    /// 0 (black) to 1 (white).
    var lightness: Double
    /// Green to red.
    var a: Double
    /// Blue to yellow.
    var b: Double

    var chroma: Double { (a * a + b * b).squareRoot() }

    init(_ colour: ScreenColour) {
        let (red, green, blue) = colour.linear
        let long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
        let medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
        let short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
        lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
        a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
        b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    }

    /// The same hue with another lightness, its chroma at most so much, and reduced further until a screen can show it.
    func with(lightness: Double, chroma limit: Double) -> ScreenColour {
        var scale = chroma > 0 ? min(1, limit / chroma) : 0
        for _ in 0..<40 {
            let (red, green, blue) = linear(lightness, a * scale, b * scale)
            if [red, green, blue].allSatisfy({ (-0.0005...1.0005).contains($0) }) { return ScreenColour(linear: (red, green, blue)) }
            scale *= 0.93
        }
        return ScreenColour(linear: linear(lightness, 0, 0))
    }

    private func linear(_ lightness: Double, _ a: Double, _ b: Double) -> (Double, Double, Double) {
        let long = cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
        let medium = cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
        let short = cube(lightness - 0.0894841775 * a - 1.2914855480 * b)
        return (
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short
        )
    }

    private func cube(_ value: Double) -> Double { value * value * value }
}
