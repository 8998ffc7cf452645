/// What somebody calls the device in front of them, read off the User-Agent header: "Firefox sur Windows". Good enough to recognise one's own.
package struct DeviceName: Hashable, Sendable {
    package let french: String

    package init(userAgent: String) {
        let browser = DeviceName.browsers.first { userAgent.contains($0.mark) }?.name ?? "Navigateur inconnu"
        let system = DeviceName.systems.first { userAgent.contains($0.mark) }?.name
        french = system.map { "\(browser) sur \($0)" } ?? browser
    }

    private typealias Mark = (mark: String, name: String)

    /// In this order: most browsers also claim to be Chrome and Safari.
    private static let browsers: [Mark] = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ]

    /// In this order: Android says Linux too, and an iPad may call itself a Macintosh.
    private static let systems: [Mark] = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Macintosh", "Mac"), ("CrOS", "Chromebook"),
        ("Linux", "Linux"),
    ]
}
