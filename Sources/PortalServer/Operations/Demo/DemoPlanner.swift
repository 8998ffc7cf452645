import PortalCore

/// Decides, family after family, who has an account and what is booked, within the places that are left.
struct DemoPlanner {
    let town: DemoTown
    let season: DemoSeason
    let now: Instant
    /// How many times the groups are larger than in the definition.
    let scale: Int
    private(set) var taken: [Place: Int] = [:]
    private var logins: Set<String> = []

    init(town: DemoTown, season: DemoSeason, now: Instant, scale: Int) {
        self.town = town
        self.season = season
        self.now = now
        self.scale = scale
    }

    mutating func plan(_ number: Int) throws -> DemoPlan {
        let family = try town.family(number)
        var random = town.random("plan", number)
        // Some families have not used their key yet; some others, far from the first ones, have not been given any.
        let hasKey = number % 6 == 5
        let isActivated = !hasKey && number % 12 != 10
        let logins = family.homes.map { home in
            home.adults.enumerated().map { position, adult -> Login? in
                let hasAccount = isActivated && (position == 0 || number == 0 || random.chance(40))
                return hasAccount ? Login(freeLogin(adult)) : nil
            }
        }
        let source = SeededRandom(seed: random.next())
        let joined = now.adding(hours: -24 * random.number(40...300))
        return DemoPlan(
            number: number,
            family: family,
            logins: logins,
            keys: family.homes.map { _ in hasKey ? ActivationKey(from: source) : nil },
            children: family.children.map { plan($0, of: family, isShowcase: number < Demo.showcaseFamilies, &random) },
            preparedAt: joined.adding(hours: -24 * random.number(3...30)),
            joinedAt: joined,
            logIns: [now.adding(seconds: -3600 * Int64(random.number(150...700))), now.adding(seconds: -60 * Int64(random.number(30...8000)))]
        )
    }

    private mutating func freeLogin(_ adult: AdultDetails) -> String {
        let base = "\(Demo.plain(adult.firstName)).\(Demo.plain(adult.lastName))"
        var login = base
        var next = 2
        while !logins.insert(login).inserted {
            login = "\(base)\(next)"
            next += 1
        }
        return login
    }

    private mutating func plan(_ child: DemoChild, of family: DemoFamily, isShowcase: Bool, _ random: inout DemoRandom) -> DemoChildPlan {
        let habits = season.catalogue.activities.compactMap { activity in
            DemoHabit(
                of: child,
                in: activity,
                living: family.homes[0].address.city,
                isSure: isShowcase && activity.kind != .youth && activity.kind != .nursery,
                &random
            )
        }
        // Families book some weeks ahead; those that a visitor meets leave most of the coming days free.
        let horizon = season.today.adding(days: isShowcase ? 12 : random.number(7...45))
        var bookings: [DemoBooking] = []
        for habit in habits {
            var wholes: [CivilDate: [BookableUnit]] = [:]
            for date in season.openDays(of: habit.activity) where isCovered(date) {
                let isRush = !isShowcase && season.isRush(date, for: habit.activity)
                guard isRush || season.firstDayBooked(with: date, of: habit.activity) <= horizon else { continue }
                let home = family.homes.count > 1 ? (date.isoWeek.isMultiple(of: 2) ? 0 : 1) : 0
                let first = season.firstDayBooked(with: date, of: habit.activity)
                let units = wholes[first] ?? habit.units(on: date, isRush: isRush, &random)
                wholes[first] = units
                for unit in units {
                    guard take(unit.places(in: habit.group.id, on: date), of: habit.group) else { continue }
                    let state = date < season.today && random.chance(3) ? BookingState.absent : .reserved
                    bookings.append(
                        DemoBooking(unit: unit.id, group: habit.group.id, date: date, price: unit.price, state: state, home: home)
                    )
                }
            }
        }
        return DemoChildPlan(habits: habits, bookings: bookings)
    }

    private func isCovered(_ date: CivilDate) -> Bool { season.schoolYears.contains { $0.days.contains(date) } }

    /// Takes a place in each counter of a unit, as a booking does; false when one has none left.
    private mutating func take(_ places: [Place], of group: ActivityGroup) -> Bool {
        guard places.allSatisfy({ taken[$0, default: 0] < group.limit(nil) * scale }) else { return false }
        for place in places { taken[place, default: 0] += 1 }
        return true
    }
}
