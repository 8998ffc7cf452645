/// What is booked on a day: the morning, the meal, the whole day (unité de consommation).
package struct BookableUnit: Hashable, Sendable {
    package let id: Identifier<BookableUnit>
    package let code: String
    package let name: String
    package let startsAt: CivilTime
    package let endsAt: CivilTime
    /// One price for everybody for now; tariffs by quotient familial take its place.
    package let price: Cents

    package init(id: Identifier<BookableUnit>, code: String, name: String, startsAt: CivilTime, endsAt: CivilTime, price: Cents) {
        self.id = id
        self.code = code
        self.name = name
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.price = price
    }
}

/// An age or site bucket of an activity, with its number of places for each unit and day.
package struct ActivityGroup: Hashable, Sendable {
    package let id: Identifier<ActivityGroup>
    package let code: String
    package let name: String
    /// Youngest and oldest age, in years reached during the school year.
    package let ages: ClosedRange<Int>
    package let capacity: Int

    package init(id: Identifier<ActivityGroup>, code: String, name: String, ages: ClosedRange<Int>, capacity: Int) {
        self.id = id
        self.code = code
        self.name = name
        self.ages = ages
        self.capacity = capacity
    }
}
