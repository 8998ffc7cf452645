import PortalCore

/// Draws one family: first who the parents are, then the children, then where they live.
struct DemoFamilyMaker {
    let town: DemoTown
    let shape: DemoFamilyShape
    let names: DemoNames
    let place: DemoPlace
    /// The family of the towns' own guides: "Bonjour Madame Dupont", her co-représentant Xavier, their son Rémi.
    let isFirst: Bool
    /// One of the families that a visitor meets: its youngest child is at school.
    let isShowcase: Bool
    /// Whether the town knows how to write to its parents by mail.
    let hasEmail: Bool

    func make(_ random: inout DemoRandom) throws -> DemoFamily {
        let parents = parents(&random)
        let children = children(of: parents, &random)
        let address = try address(&random)
        guard shape == .sharedCustody, parents.count == 2 else {
            return DemoFamily(homes: [home(parents, at: address, &random)], children: children)
        }
        let other = try self.address(&random)
        return DemoFamily(homes: [home([parents[0]], at: address, &random), home([parents[1]], at: other, &random)], children: children)
    }

    private struct Parent {
        let title: Title
        let firstName: String
        let lastName: String
    }

    private func parents(_ random: inout DemoRandom) -> [Parent] {
        if isFirst {
            return [
                Parent(title: .madame, firstName: "Marie", lastName: "Dupont"),
                Parent(title: .monsieur, firstName: "Xavier", lastName: "Dupont"),
            ]
        }
        let lastName = random.pick(names.lastNames)
        let mother = Parent(title: .madame, firstName: random.pick(names.mothers), lastName: lastName)
        if shape == .oneParent {
            return [random.chance(85) ? mother : Parent(title: .monsieur, firstName: random.pick(names.fathers), lastName: lastName)]
        }
        let second = random.chance(75) ? names : random.pick(weighted: DemoNames.all)
        let ownName = shape == .sharedCustody || random.chance(35)
        let secondName = ownName ? random.pick(second.lastNames) : lastName
        if random.chance(4) { return [mother, Parent(title: .madame, firstName: random.pick(second.mothers), lastName: secondName)] }
        return [mother, Parent(title: .monsieur, firstName: random.pick(second.fathers), lastName: secondName)]
    }

    private func children(of parents: [Parent], _ random: inout DemoRandom) -> [DemoChild] {
        // The last name of the second parent is the more usual one (INSEE: eight children in ten bear the father's).
        let lastName = parents[parents.count - 1].lastName
        var taken: Set<String> = []
        let births = births(&random)
        return births.enumerated().map { index, birthDay in
            let firstNames = random.chance(50) ? names.girls : names.boys
            var firstName = isFirst && index == births.count - 1 ? "Rémi" : random.pick(firstNames)
            while !taken.insert(firstName).inserted { firstName = random.pick(firstNames) }
            let this = SchoolYear(containing: town.today)
            let schools = [SchoolYear(startYear: this.startYear - 1), this].map { year in
                let level = DemoSchoolLevel(bornIn: birthDay.year, in: year)
                return DemoSchooling(year: year, school: level.school(in: place), level: level)
            }
            let level = DemoSchoolLevel(bornIn: birthDay.year, in: this)
            return DemoChild(
                firstName: firstName,
                lastName: lastName,
                birthDay: birthDay,
                level: level,
                schools: schools.filter { $0.level.age >= 3 }
            )
        }
    }

    /// The days of birth, the oldest first.
    private func births(_ random: inout DemoRandom) -> [CivilDate] {
        let count = shape == .threeChildren ? 3 : shape == .twins ? random.number(2...3) : isFirst ? 2 : random.number(1...2)
        var year =
            SchoolYear(containing: town.today).startYear - (isShowcase ? random.number(4...6) : min(youngestAge(&random), 14 - 4 * (count - 1)))
        var births: [CivilDate] = []
        for index in 0..<count {
            if shape == .twins, index == 1 {
                births.append(births[0])
                continue
            }
            births.append(birthDay(in: year, &random))
            year -= random.pick(weighted: [(50, 2), (30, 3), (20, 4)])
        }
        return births.sorted()
    }

    private func youngestAge(_ random: inout DemoRandom) -> Int {
        random.pick(weighted: [(6, 1), (8, 2), (14, 3), (14, 4), (13, 5), (12, 6), (10, 7), (9, 8), (7, 9), (4, 10), (3, 12)])
    }

    private func birthDay(in year: Int, _ random: inout DemoRandom) -> CivilDate {
        let newYear = CivilDate(year: year, month: 1, day: 1) ?? town.today
        return newYear.adding(days: random.number(0...364))
    }

    private func address(_ random: inout DemoRandom) throws -> PostalAddress {
        guard let address = place.address(&random) else { throw CommandFailure(message: "code postal inconnu : \(place.postalCode)") }
        return address
    }

    private func home(_ parents: [Parent], at address: PostalAddress, _ random: inout DemoRandom) -> DemoHome {
        let adults = parents.map { parent in
            AdultDetails(
                title: parent.title,
                firstName: parent.firstName,
                lastName: parent.lastName,
                // A domain that RFC 2606 keeps out of the Internet, numbers that ARCEP keeps for fiction.
                email: hasEmail ? EmailAddress("\(Demo.plain(parent.firstName)).\(Demo.plain(parent.lastName))@courriel.example") : nil,
                phone: PhoneNumber("063998\(padded(random.number(0...9999), 4))"),
                address: address
            )
        }
        var lastNames: [String] = []
        for parent in parents where !lastNames.contains(parent.lastName) { lastNames.append(parent.lastName) }
        return DemoHome(name: lastNames.map { $0.uppercased() }.joined(separator: " - "), address: address, adults: adults)
    }
}
