/// A child of one household, or of two when the parents are separated.
package struct Child: Hashable, Sendable {
    package let id: Identifier<Child>
    package let firstName: String
    package let lastName: String
    package let birthDay: CivilDate
    package let school: String
    package let schoolClass: String

    package init(id: Identifier<Child>, firstName: String, lastName: String, birthDay: CivilDate, school: String, schoolClass: String) {
        self.id = id
        self.firstName = firstName
        self.lastName = lastName
        self.birthDay = birthDay
        self.school = school
        self.schoolClass = schoolClass
    }
}
