import PortalCore

/// The class that a child is in for its year of birth: three years old in the year of the September, petite section.
struct DemoSchoolLevel: Hashable, Sendable {
    /// The age that the child reaches in the year in which the school year begins; below 3 it is not at school yet.
    let age: Int

    init(bornIn year: Int, in schoolYear: SchoolYear) {
        age = schoolYear.startYear - year
    }

    /// "CE1"; empty before school.
    var name: String {
        let names = ["PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2", "6e", "5e", "4e", "3e"]
        return age >= 3 ? names[min(age - 3, names.count - 1)] : ""
    }

    /// The school of a child of this age in a commune; empty before school.
    func school(in place: DemoPlace) -> String {
        switch age {
        case ..<3: ""
        case 3...5: place.nurserySchool
        case 6...10: place.primarySchool
        default: place.middleSchool
        }
    }
}
