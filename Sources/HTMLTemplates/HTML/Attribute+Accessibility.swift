extension Attribute {
    static func role(_ role: Role) -> Attribute { Attribute("role", role.rawValue) }
    static func ariaLabel(_ label: String?) -> Attribute { Attribute("aria-label", label) }
    static func ariaLabelledBy(_ id: String) -> Attribute { Attribute("aria-labelledby", id) }
    /// The ids of the hint and the error of a field; nil when it has none.
    static func ariaDescribedBy(_ ids: String?) -> Attribute { Attribute("aria-describedby", ids) }
    static func ariaCurrent(_ current: Current?) -> Attribute { Attribute("aria-current", current?.rawValue) }
    static func ariaHidden() -> Attribute { Attribute("aria-hidden", "true") }
    static func ariaLive(_ politeness: Politeness) -> Attribute { Attribute("aria-live", politeness.rawValue) }
    /// Whether a button that stays down is down; nil for one that does not.
    static func ariaPressed(_ isPressed: Bool?) -> Attribute { Attribute("aria-pressed", isPressed.map { $0 ? "true" : "false" }) }
    static func ariaInvalid(_ isInvalid: Bool) -> Attribute { Attribute("aria-invalid", isInvalid ? "true" : nil) }
}

/// What an element is to assistive technology when its tag does not say it.
enum Role: String {
    case status, alert, group, list, img, search, region, presentation
}

/// Which item of a set is the one shown now.
enum Current: String {
    case page, step, date
    case yes = "true"
}

/// When a change of the content is read aloud.
enum Politeness: String {
    case polite, assertive
}
