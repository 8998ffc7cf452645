/// The names and attributes of a portal's cookies.
///
/// Each carries the `__Host-` prefix (RFC 6265bis 4.1.3.2), so that no other host or path can set it. On a demo served over plain HTTP some browsers
/// refuse Secure cookies; there a twin without the prefix is set and read too.
struct SessionCookies: Sendable {
    enum Purpose: String {
        /// A signed-in parent.
        case parent = "famille"
        /// A signed-in staff member.
        case staff = "agent"
        /// Somebody whose password was right and whose code is still to come.
        case step = "etape"
        /// A journey to FranceConnect, which must end in the browser where it began.
        case identity = "franceconnect"
        /// A visitor's forms, before signing in.
        case visitor = "visite"
        /// The browser itself, by which accounts know it again.
        case browser = "appareil"
        /// The message that the next page shows once.
        case notice = "message"
    }

    let portal: String
    /// Whether the twins for plain HTTP are used.
    let allowsPlainHTTP: Bool

    /// The value that the browser sent.
    func value(_ purpose: Purpose, in request: HTTPRequest) -> String? {
        request.cookies[name(purpose)] ?? (allowsPlainHTTP ? request.cookies[plainName(purpose)] : nil)
    }

    /// The `Set-Cookie` values that give a cookie to the browser until it closes.
    func setting(_ purpose: Purpose, to value: String) -> [String] {
        fields(purpose, "\(value); Path=/; HttpOnly; SameSite=Lax")
    }

    /// The `Set-Cookie` values that give a cookie to the browser for so many seconds.
    func setting(_ purpose: Purpose, to value: String, keptFor seconds: Int64) -> [String] {
        fields(purpose, "\(value); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(seconds)")
    }

    /// The `Set-Cookie` values that take it away.
    func removing(_ purpose: Purpose) -> [String] {
        fields(purpose, "; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
    }

    private func fields(_ purpose: Purpose, _ rest: String) -> [String] {
        let secure = "\(name(purpose))=\(rest); Secure"
        return allowsPlainHTTP ? [secure, "\(plainName(purpose))=\(rest)"] : [secure]
    }

    private func name(_ purpose: Purpose) -> String { "__Host-\(purpose.rawValue)-\(portal)" }
    private func plainName(_ purpose: Purpose) -> String { "\(purpose.rawValue)-\(portal)" }
}
