/// The names of the fields of the planning and its recap.
package enum BookingFields {
    /// One "child.unit.day" for each ticked box of the planning.
    package static let ticked = "r"
    /// What the planning showed when it was made.
    package static let snapshot = "vu"
    /// The changes that the recap confirms, `BookingRun`'s texts.
    package static let change = "changement"
    /// One for each day that the recap leaves ticked.
    package static let day = "jour"
    /// Says that the recap had days to untick.
    package static let hasDays = "jours"
    /// What a button of the planning does to the boxes: one of `copy`, `clear`.
    package static let act = "faire"
    package static let copy = "copier"
    package static let clear = "vider"
    /// Says that the places in lines are wanted together or not at all.
    package static let together = "ensemble"
    /// Makes a confirmation that is sent twice count once.
    package static let key = "cle"
}
