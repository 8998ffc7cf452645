import PortalCore

/// Who may log in to a demo portal, and what its letters with keys say: what `demo-accounts.json` holds for it.
struct DemoAccounts: Sendable {
    /// A bulk demo has too many people to list.
    private static let longestList = 2000

    let settings: PortalSettings
    let staff: [DemoStaffMember]
    private var parents: [JSONText] = []
    private var activationKeys: [JSONText] = []
    /// Who waits for a first login, with a password that the town made up.
    var prepared: [DemoPreparedAccount] = []

    init(settings: PortalSettings, staff: [DemoStaffMember]) {
        self.settings = settings
        self.staff = staff
    }

    /// The login that the command prints for this portal.
    private(set) var firstLogin: String?
    /// The key that the command prints.
    private(set) var firstKey: String?

    /// Notes a family and the numbers that its children got.
    mutating func add(_ plan: DemoPlan, children ids: [Identifier<Child>]) {
        let children = zip(plan.family.children, zip(plan.children, ids)).map { child, numbered in
            JSONText.object([
                ("id", .number(numbered.1.rawValue)),
                ("firstName", .text(child.firstName)),
                ("lastName", .text(child.lastName)),
                ("birthDay", .text(child.birthDay.iso)),
                ("activities", .list(numbered.0.habits.map { .text($0.activity.code) })),
            ])
        }
        for (home, (logins, key)) in zip(plan.family.homes, zip(plan.logins, plan.keys)) {
            for (adult, login) in zip(home.adults, logins) {
                if let login { addParent(adult, login: login, of: home, children: children) }
            }
            if let key { addKey(key, to: home, children: children) }
        }
    }

    private mutating func addParent(_ adult: AdultDetails, login: Login, of home: DemoHome, children: [JSONText]) {
        firstLogin = firstLogin ?? login.text
        guard parents.count < DemoAccounts.longestList else { return }
        parents.append(
            .object([
                ("login", .text(login.text)),
                ("password", .text(Demo.password)),
                ("name", .text("\(adult.firstName) \(adult.lastName)")),
                ("household", .text(home.name)),
                ("children", .list(children)),
            ])
        )
    }

    private mutating func addKey(_ key: ActivationKey, to home: DemoHome, children: [JSONText]) {
        firstKey = firstKey ?? key.text
        guard activationKeys.count < DemoAccounts.longestList else { return }
        let adults = home.adults.map { adult in
            JSONText.object([("title", .text(adult.title.rawValue)), ("firstName", .text(adult.firstName)), ("lastName", .text(adult.lastName))])
        }
        activationKeys.append(
            .object([
                ("key", .text(key.text)),
                ("household", .text(home.name)),
                ("adults", .list(adults)),
                ("street", .text(home.address.street)),
                ("postalCode", .text(home.address.postalCode.digits)),
                ("city", .text(home.address.city)),
                ("children", .list(children)),
            ])
        )
    }

    var json: JSONText {
        .object([
            ("slug", .text(settings.slug)),
            ("name", .text(settings.name)),
            ("path", .text("/\(settings.slug)")),
            ("staff", .list(staff.map(\.json))),
            ("parents", .list(parents)),
            ("activationKeys", .list(activationKeys)),
            ("preparedAccounts", .list(prepared.map(\.json))),
        ])
    }
}

/// Somebody of the town who may log in.
struct DemoStaffMember: Sendable {
    let login: Login
    let firstName: String
    let lastName: String
    let role: StaffRole

    /// One of each role; the same names in every town, so that a visitor learns them once.
    static let all: [DemoStaffMember] = [
        member("admin", "Nadia", "Benali", .administrator),
        member("guichet", "Philippe", "Lemoine", .serviceDesk),
        member("structure", "Awa", "Koné", .facilityLeader),
        member("regie", "Hélène", "Vasseur", .cashOffice),
        member("lecture", "Karim", "Haddad", .reader),
        member("assistance", "Lucie", "Morel", .support),
    ].compactMap { $0 }

    private static func member(_ login: String, _ firstName: String, _ lastName: String, _ role: StaffRole) -> DemoStaffMember? {
        Login(login).map { DemoStaffMember(login: $0, firstName: firstName, lastName: lastName, role: role) }
    }

    fileprivate var json: JSONText {
        .object([
            ("login", .text(login.text)),
            ("password", .text(Demo.password)),
            ("role", .text(role.rawValue)),
            ("name", .text("\(firstName) \(lastName)")),
        ])
    }
}
