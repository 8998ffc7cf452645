import PortalCore

/// An invented family: its children, and the home or the two homes where they live.
struct DemoFamily: Sendable {
    let homes: [DemoHome]
    /// The oldest first.
    let children: [DemoChild]
}

/// One household of a family.
struct DemoHome: Sendable {
    /// As the town files it: "DUPONT - MARTIN".
    let name: String
    let address: PostalAddress
    /// The representative first.
    let adults: [AdultDetails]
}

/// A child before the portal has numbered it.
struct DemoChild: Sendable {
    let firstName: String
    let lastName: String
    let birthDay: CivilDate
    let level: DemoSchoolLevel
    /// Its schools, by school year: last year's and this one's.
    let schools: [DemoSchooling]

    var isAtSchool: Bool { level.age >= 3 }
}

/// Where an invented child goes to school in a year.
struct DemoSchooling: Sendable {
    let year: SchoolYear
    let school: String
    let level: DemoSchoolLevel
}

/// Who lives with whom.
enum DemoFamilyShape: CaseIterable, Sendable {
    case twoParents
    case oneParent
    /// The children live in turn in two households.
    case sharedCustody
    case threeChildren
    case twins
}

extension DemoFamily {
    /// How its children live in each of its homes.
    var custody: Custody { homes.count > 1 ? .alternate : .full }
}
