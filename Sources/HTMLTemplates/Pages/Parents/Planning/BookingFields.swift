/// The names of the fields of the planning and its recap.
package enum BookingFields {
    /// One "child.unit.day" for each ticked box of the planning.
    package static let ticked = "r"
    /// What the planning showed when it was made.
    package static let snapshot = "vu"
    /// One "ajout.child.unit.day" for each change that the recap confirms.
    package static let change = "changement"
    /// Makes a confirmation that is sent twice count once.
    package static let key = "cle"
}
