import PortalCore
import Testing

func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

extension PortalCatalogue {
    /// Wednesdays (J-7, refused afterwards), canteen (J-2 12:00, then 25 % more until J-1 12:00) and holidays by the week (4 weeks), in zone C.
    ///
    /// - Parameters:
    ///   - wednesdays: the Wednesdays' dated rules.
    ///   - waitingList: what becomes of a wish for a Wednesday that is full.
    ///   - places: the Wednesdays'.
    static func bookingTown(
        custodyView: CustodyView = .whole,
        wednesdays: [DatedRules] = [],
        waitingList: WaitingListMode = .noLine,
        places: Int = 10,
        regulations: [Regulation] = []
    ) throws -> PortalCatalogue {
        let accent = try #require(PortalColour(notation: "#1D6F8A"))
        let settings = PortalSettings(
            slug: "ville",
            name: "Ville",
            shortName: "Ville",
            portalName: "Espace famille",
            tagline: "",
            accent: accent,
            schoolZone: .c,
            alsaceMoselle: false,
            website: nil,
            texts: [],
            contacts: [],
            news: [],
            custodyView: custodyView,
            regulations: regulations
        )
        let strike = try TownClosure(firstDay: day("2026-11-25"), lastDay: day("2026-11-25"), reason: "grève du personnel")
        return PortalCatalogue(
            settings: settings,
            closures: [strike],
            activities: [try .wednesdays(datedRules: wednesdays, waitingList: waitingList, places: places), try .canteen(), try .holidayCentre()]
        )
    }
}

extension Activity {
    /// Units 1 (day) and 2 (morning), group 1 with 10 places.
    static func wednesdays(
        datedRules: [DatedRules] = [],
        waitingList: WaitingListMode = .noLine,
        places: Int = 10
    ) throws -> Activity {
        try Activity(
            1,
            "mercredis",
            .wednesday,
            OpeningPattern(weekdays: [.wednesday], period: .school, sessions: .none),
            BookingRules("J-7", late: .refuse, cancelling: .refuse),
            datedRules: datedRules,
            waitingList: waitingList,
            units: [unit(1, "Journée avec repas", "08:00", "18:00", 1200), unit(2, "Matin", "08:00", "12:00", 600)],
            capacity: places
        )
    }

    /// Unit 3, group 2 with 100 places.
    static func canteen() throws -> Activity {
        let late = LateAdding.surcharge(.percent(25), until: try BookingDeadline(notation: "J-1 12:00"))
        return try Activity(
            2,
            "cantine",
            .schoolCanteen,
            OpeningPattern(weekdays: [.monday, .tuesday, .thursday, .friday], period: .school, sessions: .none),
            BookingRules("J-2 12:00", late: late, cancelling: .becomesAbsence),
            units: [unit(3, "Repas", "11:30", "13:30", 420)],
            capacity: 100
        )
    }

    /// Unit 4, group 3 with 1 place.
    static func holidayCentre() throws -> Activity {
        try Activity(
            3,
            "vacances",
            .leisureCentre,
            OpeningPattern(
                weekdays: [.monday, .tuesday, .wednesday, .thursday, .friday],
                period: .holidays,
                sessions: .perHolidayWeek
            ),
            BookingRules("session-4 semaines", late: .askStaff, cancelling: .refuse),
            units: [unit(4, "Journée", "08:00", "18:00", 1500)],
            capacity: 1
        )
    }

    private static func unit(_ id: Int64, _ name: String, _ starts: String, _ ends: String, _ cents: Int64) throws -> BookableUnit {
        let (starts, ends) = (try #require(CivilTime(clock: starts)), try #require(CivilTime(clock: ends)))
        let counter = PlaceCounter(id: Identifier(id), code: name.lowercased())
        return BookableUnit(
            id: Identifier(id),
            code: name.lowercased(),
            name: name,
            startsAt: starts,
            endsAt: ends,
            price: Cents(cents),
            counters: [counter]
        )
    }

    private init(
        _ id: Int64,
        _ code: String,
        _ kind: ActivityKind,
        _ opening: OpeningPattern,
        _ rules: BookingRules,
        datedRules: [DatedRules] = [],
        waitingList: WaitingListMode = .noLine,
        units: [BookableUnit],
        capacity: Int
    ) throws {
        self.init(
            id: Identifier(id),
            code: code,
            name: code.capitalizedName,
            kind: kind,
            place: "Centre",
            description: "",
            opening: opening,
            rules: rules,
            datedRules: datedRules,
            units: units,
            groups: [ActivityGroup(id: Identifier(id), code: "tous", name: "Tous", ages: 3...11, capacity: capacity)],
            writtenSessions: [],
            waitingList: waitingList
        )
    }
}

extension BookingRules {
    fileprivate init(_ adding: String, late: LateAdding, cancelling: LateCancelling) throws {
        try self.init(
            adding: BookingDeadline(notation: adding),
            cancellingOverride: nil,
            lateAdding: late,
            lateCancelling: cancelling,
            source: ""
        )
    }
}

extension String {
    fileprivate var capitalizedName: String { prefix(1).uppercased() + dropFirst() }
}
