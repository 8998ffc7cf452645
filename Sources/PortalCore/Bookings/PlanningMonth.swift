/// A month of a household's bookings, ready to be drawn: what each child may book, day by day, and until when.
package struct PlanningMonth: Hashable, Sendable {
    package let month: Month
    /// When the page was made; `today` follows from it.
    package let madeAt: Instant
    /// The children who have something in the month, with what each is enrolled in: the rows' headings.
    package let children: [PlanningChild]
    /// The first names of the household's other children.
    package let idleChildren: [String]
    /// Monday to Sunday: the first and the last may reach into the months around.
    package private(set) var weeks: [PlanningWeek]

    package init(month: Month, madeAt: Instant, children: [PlanningChild], idleChildren: [String] = [], weeks: [PlanningWeek]) {
        self.month = month
        self.madeAt = madeAt
        self.children = children
        self.idleChildren = idleChildren
        self.weeks = weeks
    }

    package var today: CivilDate { ParisTime.date(madeAt) }

    /// Nothing can be booked in this month: no child is enrolled in anything that opens.
    package var isEmpty: Bool { children.isEmpty }

    /// The month with the boxes as the parent left them. What may not be changed any more stays as it is.
    package func ticked(for changes: [BookingChange]) -> PlanningMonth {
        let changes = Set(changes)
        return with { changes.contains(BookingChange($0.isBooked ? .cancel : .add, $0.slot)) }
    }

    /// The changes after which nothing is ticked that may be unticked.
    package var clearing: [BookingChange] { cells.filter { $0.isBooked && $0.mayChange }.map { BookingChange(.cancel, $0.slot) } }

    /// Everything that the month has a cell for.
    package var slots: [BookingSlot] { cells.map(\.slot) }

    /// The activities that the month has a cell for.
    package var activities: Set<Identifier<Activity>> { Set(cells.map(\.activity)) }

    private var cells: [PlanningCell] { weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells) }

    /// The month with the cells of one child or of one activity only; nil stands for all.
    package func showing(child: Identifier<Child>?, activity: Identifier<Activity>?) -> PlanningMonth {
        guard child != nil || activity != nil else { return self }
        var month = self
        for week in month.weeks.indices {
            for day in month.weeks[week].days.indices {
                let children = month.weeks[week].days[day].children.filter { child == nil || $0.child == child }.compactMap { childDay in
                    let cells = childDay.cells.filter { activity == nil || $0.activity == activity }
                    return cells.isEmpty ? nil : PlanningChildDay(child: childDay.child, cells: cells)
                }
                month.weeks[week].days[day].children = children
            }
        }
        return month
    }

    private func with(changed isChanged: (PlanningCell) -> Bool) -> PlanningMonth {
        var month = self
        for week in month.weeks.indices {
            for day in month.weeks[week].days.indices {
                for child in month.weeks[week].days[day].children.indices {
                    for index in month.weeks[week].days[day].children[child].cells.indices {
                        let cell = month.weeks[week].days[day].children[child].cells[index]
                        month.weeks[week].days[day].children[child].cells[index].isChanged = cell.mayChange && isChanged(cell)
                    }
                }
            }
        }
        return month
    }
}

/// A child of the planning, with its activities of the month.
package struct PlanningChild: Hashable, Sendable {
    package let id: Identifier<Child>
    package let firstName: String
    package let activities: [PlanningActivity]

    package init(id: Identifier<Child>, firstName: String, activities: [PlanningActivity]) {
        self.id = id
        self.firstName = firstName
        self.activities = activities
    }
}

/// An activity that a child is enrolled in, with the units that it may book.
package struct PlanningActivity: Hashable, Sendable {
    package let id: Identifier<Activity>
    package let name: String
    package let place: String
    package let units: [PlanningUnit]
    /// What its days are booked and cancelled in.
    package let bookedBy: BookingSpan

    package init(id: Identifier<Activity>, name: String, place: String, units: [PlanningUnit], bookedBy: BookingSpan = .day) {
        self.bookedBy = bookedBy
        self.id = id
        self.name = name
        self.place = place
        self.units = units
    }
}

/// A unit as the planning names it.
package struct PlanningUnit: Hashable, Sendable {
    package let id: Identifier<BookableUnit>
    /// "Journée avec repas".
    package let name: String
    /// The name's first word where that is enough inside its activity: "Journée".
    package let label: String
    package let price: Cents
    /// "4,20 €": said once for each of the month's cells.
    package let priceInWords: String
    /// The units that cannot be booked with it on one day: ticking one of them unticks it.
    package let excluded: [Identifier<BookableUnit>]
    /// It is booked only with one of these; with anything when there are none.
    package let demanded: [Identifier<BookableUnit>]

    package init(
        id: Identifier<BookableUnit>,
        name: String,
        label: String,
        price: Cents,
        excluded: [Identifier<BookableUnit>] = [],
        demanded: [Identifier<BookableUnit>] = []
    ) {
        self.id = id
        self.name = name
        self.label = label
        self.price = price
        priceInWords = price.french
        self.excluded = excluded
        self.demanded = demanded
    }
}

/// A week of the planning, with those of its days that are in the month.
package struct PlanningWeek: Hashable, Sendable {
    /// The week's Monday, which may be in the month before.
    package let monday: CivilDate
    package fileprivate(set) var days: [PlanningDay]

    package init(monday: CivilDate, days: [PlanningDay]) {
        self.monday = monday
        self.days = days
    }
}

/// A day of the planning.
package struct PlanningDay: Hashable, Sendable {
    package let date: CivilDate
    /// What is particular about it: "Armistice 1918", "Vacances de la Toussaint", the town's closure.
    package let note: String?
    /// The children who have something on that day, in the planning's order.
    package fileprivate(set) var children: [PlanningChildDay]
    /// Until when the day's cells may be changed, the same limits said once.
    package let limits: [PlanningLimit]

    package init(date: CivilDate, note: String?, children: [PlanningChildDay], limits: [PlanningLimit]) {
        self.date = date
        self.note = note
        self.children = children
        self.limits = limits
    }
}

/// One child's cells of a day.
package struct PlanningChildDay: Hashable, Sendable {
    package let child: Identifier<Child>
    /// In the order of the activities and their units.
    package fileprivate(set) var cells: [PlanningCell]

    package init(child: Identifier<Child>, cells: [PlanningCell]) {
        self.child = child
        self.cells = cells
    }
}
