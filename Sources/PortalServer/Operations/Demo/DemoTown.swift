import PortalCore

/// The people of one demo portal. Family number n is always the same for a seed, a portal and a school year, whichever others are asked for.
struct DemoTown: Sendable {
    let slug: String
    let seed: UInt64
    let today: CivilDate
    private let places: [DemoPlace]

    init(slug: String, name: String, seed: UInt64, today: CivilDate) {
        self.slug = slug
        self.seed = seed
        self.today = today
        places = DemoPlace.places(of: slug, named: name)
    }

    /// The numbers drawn for one purpose.
    func random(_ purpose: String, _ number: Int) -> DemoRandom { DemoRandom(seed: seed, name: "\(slug) \(purpose) \(number)") }

    /// A family, counted from 0. The first ones show every shape, so that the smallest demo has them all.
    func family(_ number: Int) throws -> DemoFamily {
        var random = random("family", number)
        let shape = number < DemoTown.showcase.count ? DemoTown.showcase[number] : random.pick(weighted: DemoTown.shapes)
        var names = random.pick(weighted: DemoNames.all)
        if number == 0 { names = DemoNames.all[0].item }
        let maker = DemoFamilyMaker(
            town: self,
            shape: shape,
            names: names,
            place: random.pick(places),
            isFirst: number == 0,
            isShowcase: number < Demo.showcaseFamilies,
            hasEmail: number % 24 != 22
        )
        return try maker.make(&random)
    }

    private static let showcase: [DemoFamilyShape] = [.twoParents, .oneParent, .sharedCustody, .threeChildren, .twins, .twoParents]

    /// How many households make the town's groups nearly full.
    var usualHouseholds: Int { DemoTown.usualHouseholds[slug] ?? 200 }

    private static let usualHouseholds = [
        "bondoufle": 320, "chanteloup-les-vignes": 320, "chalonnes-sur-loire": 240, "charost": 70, "gevrey-nuits": 420,
    ]

    /// Close to INSEE's count of families with children under 18.
    private static let shapes: [(weight: Int, item: DemoFamilyShape)] = [
        (52, .twoParents), (20, .oneParent), (11, .sharedCustody), (14, .threeChildren), (3, .twins),
    ]
}
