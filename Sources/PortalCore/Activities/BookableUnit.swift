/// What is booked on a day: the morning, the meal, the whole day (unité de consommation).
package struct BookableUnit: Hashable, Sendable {
    package let id: Identifier<BookableUnit>
    package let code: String
    package let name: String
    package let startsAt: CivilTime
    package let endsAt: CivilTime
    /// One price for everybody for now; tariffs by quotient familial take its place.
    package let price: Cents
    /// The counters in each of which a booking takes a place; one at least.
    package let counters: [PlaceCounter]
    /// Units that the definition says cannot be booked with it on one day, besides those that share a counter with it.
    package let writtenExclusions: [Identifier<BookableUnit>]
    /// It is booked only together with one of these; with nothing else when there are none.
    package let demanded: [Identifier<BookableUnit>]
    /// Which times of the children families are asked for.
    package var askedTimes = AskedTimes.none

    package init(
        id: Identifier<BookableUnit>,
        code: String,
        name: String,
        startsAt: CivilTime,
        endsAt: CivilTime,
        price: Cents,
        counters: [PlaceCounter],
        writtenExclusions: [Identifier<BookableUnit>] = [],
        demanded: [Identifier<BookableUnit>] = []
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.price = price
        self.counters = counters
        self.writtenExclusions = writtenExclusions
        self.demanded = demanded
    }
}

/// What counts places for one unit or for several: the morning, which the whole day takes too (compteur).
package struct PlaceCounter: Hashable, Sendable {
    package let id: Identifier<PlaceCounter>
    /// The code of the unit that it is named after, or a word of the town's.
    package let code: String

    package init(id: Identifier<PlaceCounter>, code: String) {
        self.id = id
        self.code = code
    }
}
