extension HTTPResponse {
    /// What every page carries: nothing but this site's own style, script and images, no framing, no referrer to other sites.
    func withSecurityHeaders() -> HTTPResponse {
        var response = self
        for (name, value) in securityHeaders where response.headers[name] == nil { response.headers.append(name, value) }
        return response
    }
}

private let securityHeaders: [(String, String)] = [
    (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
    ("Cache-Control", "no-store"),
]
