/// What the town's rules say must go now.
package struct DueErasures: Hashable, Sendable {
    /// Children who have left, and whose health data is still there.
    package let health: [Identifier<Child>]
    /// Families that have left, and left nothing to account for.
    package let families: [DueFamily]
    /// Adults whose request to be forgotten was accepted, and whose names nothing holds any more.
    package let adults: [Identifier<Adult>]
    /// How many mails are too old.
    package let messages: Int

    package var isEmpty: Bool { health.isEmpty && families.isEmpty && adults.isEmpty && messages == 0 }
}

/// Something that the town keeps of somebody who asked to be forgotten, why, and until when.
package struct KeptData: Hashable, Sendable {
    package let what: String
    package let why: String
    /// nil when it is kept without a name, or goes at once.
    package let until: CivilDate?

    init(_ what: String, _ why: String, until: CivilDate? = nil) {
        self.what = what
        self.why = why
        self.until = until
    }
}

/// A family that has left.
package struct DueFamily: Hashable, Sendable {
    package let household: Identifier<Household>
    package let name: String
}
