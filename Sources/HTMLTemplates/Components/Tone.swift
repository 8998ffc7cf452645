/// What a colour means. It never stands alone: an icon and a word say it too.
package enum Tone: String, CaseIterable, Hashable, Sendable {
    case neutral, accent, success, warning, danger

    var icon: Icon {
        switch self {
        case .neutral, .accent: .info
        case .success: .check
        case .warning: .warning
        case .danger: .cross
        }
    }
}
