/// The media types of the files that the server sends. A file of another kind is not served.
enum ContentType {
    /// The type for a file's name, and whether its bytes are worth compressing; nil when it is not to be served.
    static func of(_ name: String) -> (value: String, isText: Bool)? {
        switch name.split(separator: ".").last {
        case "css": ("text/css; charset=utf-8", true)
        case "js": ("text/javascript; charset=utf-8", true)
        case "svg": ("image/svg+xml", true)
        case "txt": ("text/plain; charset=utf-8", true)
        case "webmanifest": ("application/manifest+json", true)
        case "ico": ("image/vnd.microsoft.icon", true)
        case "png": ("image/png", false)
        case "jpg": ("image/jpeg", false)
        case "webp": ("image/webp", false)
        case "woff2": ("font/woff2", false)
        default: nil
        }
    }
}
