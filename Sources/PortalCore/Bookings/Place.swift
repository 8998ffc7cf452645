/// What a place counter counts: the places of a unit in a group on a day.
package struct Place: Hashable, Sendable {
    package let unit: Identifier<BookableUnit>
    package let group: Identifier<ActivityGroup>
    package let date: CivilDate

    package init(unit: Identifier<BookableUnit>, group: Identifier<ActivityGroup>, date: CivilDate) {
        self.unit = unit
        self.group = group
        self.date = date
    }
}
