/// What families have said of some children's times: their habits, and the days that differ.
struct ExpectedTimeBook: Hashable, Sendable {
    /// A child at a unit, on the days of one of its homes.
    struct Habit: Hashable, Sendable {
        let child: Identifier<Child>
        let unit: Identifier<BookableUnit>
        let household: Identifier<Household>
    }

    static let empty = ExpectedTimeBook(usual: [:], days: [:])

    let usual: [Habit: ExpectedTimes]
    let days: [BookingSlot: ExpectedTimes]

    /// When a child is expected at what a household has booked; nil where nothing was said.
    func times(of slot: BookingSlot, bookedBy household: Identifier<Household>, at unit: BookableUnit) -> ExpectedTimes? {
        guard unit.asksTimes else { return nil }
        let habit = habit(of: slot.child, at: unit.id, in: household)
        return unit.shown((days[slot] ?? .none).over(habit))
    }

    func habit(of child: Identifier<Child>, at unit: Identifier<BookableUnit>, in household: Identifier<Household>) -> ExpectedTimes {
        usual[Habit(child: child, unit: unit, household: household)] ?? .none
    }
}
