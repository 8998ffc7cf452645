/// The browser in which somebody signs in: what to call it, and the long-lived cookie by which an account knows it again.
package struct VisitingBrowser: Hashable, Sendable {
    package let name: DeviceName
    /// 32 random bytes, as text. Only its digest is stored, account by account.
    package let token: String

    package init(userAgent: String, token: String) {
        name = DeviceName(userAgent: userAgent)
        self.token = token
    }

    /// How long a browser is remembered after it was last seen, in seconds: 400 days, as long as browsers keep a cookie.
    package static let memory: Int64 = 400 * 86_400
}
