extension StaffRole {
    /// Whether the role works with the families' files.
    package var managesFamilies: Bool { self == .administrator || self == .serviceDesk }
}
