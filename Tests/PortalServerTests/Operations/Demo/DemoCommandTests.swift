import Glibc
import PortalCore
import Testing

@testable import PortalServer

@Suite struct DemoCommandTests {
    private static let now = "2026-11-03T11:59:00+01:00"

    @Test func `a demo is whole, fits its rules, and comes out the same again`() async throws {
        let first = try await demo()
        let second = try await demo()
        defer { for folder in [first, second] { remove(folder) } }
        #expect(try text(of: first.accountsPath) == text(of: second.accountsPath))
        let portals = try PortalDirectory(path: first.path, clock: SystemClock()).portals()
        #expect(portals.map(\.slug) == ["bondoufle", "chalonnes-sur-loire", "chanteloup-les-vignes", "charost", "gevrey-nuits"])
        for portal in portals {
            try portal.database.read { transaction in
                for (fault, count) in try faults(transaction) { #expect(count == 0, "\(portal.slug): \(fault)") }
                let count = { (table: StaticString) in try transaction.first(table) { try $0[0] as Int } ?? 0 }
                #expect(try count("SELECT count(*) FROM activation_keys WHERE used_at IS NULL") > 0)
                #expect(try count("SELECT count(*) FROM accounts") > 5)
                #expect(try count("SELECT count(*) FROM bookings WHERE day < 20760") > 0)
                #expect(try count("SELECT count(*) FROM bookings WHERE day > 20760") > 0)
            }
            try closedDays(of: portal)
            portal.database.close()
        }
    }

    @Test func `the demo's parents and staff can log in, and a key opens its household`() async throws {
        let folder = try await demo()
        defer { remove(folder) }
        let portal = try #require(try PortalDirectory(path: folder.path, clock: clock).portal("bondoufle"))
        defer { portal.database.close() }
        let passwords = try PasswordHasher()
        let accounts = AccountService(portal, passwords: passwords)
        _ = try await accounts.signIn(login: "Marie.Dupont", password: Demo.password, from: "127.0.0.1")
        for member in DemoStaffMember.all {
            _ = try await StaffService(portal, passwords: passwords).signIn(login: member.login.text, password: Demo.password, from: "127.0.0.1")
        }
        let listed = try text(of: folder.accountsPath)
        let keyed = listed[(try #require(listed.firstRange(of: "\"key\"")).lowerBound)...]
        let form = Registration(
            title: member("title", of: keyed),
            firstName: member("firstName", of: keyed),
            lastName: member("lastName", of: keyed),
            street: member("street", of: keyed),
            postalCode: member("postalCode", of: keyed),
            city: member("city", of: keyed),
            phone: "06 39 98 00 00",
            email: "nouveau@courriel.example",
            login: "nouveau.compte",
            password: Demo.password,
            key: member("key", of: keyed)
        )
        let registered = try await accounts.register(form, from: "127.0.0.1") { $0 }
        let access = try #require(try HouseholdService(portal).access(of: registered.account))
        #expect(access.families[0].household.name == member("household", of: keyed))
        #expect(access.adult.firstName == form.firstName && !access.children.isEmpty)
    }

    /// The first member of that name in a JSON text.
    private func member(_ name: String, of json: Substring) -> String {
        guard let start = json.firstRange(of: "\"\(name)\": \"")?.upperBound else { return "" }
        return String(json[start...].prefix { $0 != "\"" })
    }

    @Test func `a folder with other data is left as it is`() async throws {
        let folder = try emptyFolder()
        defer { remove(folder) }
        let file = open("\(folder.path)/thesis.txt", O_CREAT | O_WRONLY, 0o600)
        close(file)
        await #expect(throws: CommandFailure.self) { try await run(on: folder) }
        #expect(access("\(folder.path)/thesis.txt", F_OK) == 0 && !folder.isDemo)
        unlink("\(folder.path)/thesis.txt")
    }

    private var clock: StoppedClock { StoppedClock(Instant(rfc3339: Self.now) ?? Instant(seconds: 0)) }

    private func demo() async throws -> DemoFolder {
        let folder = try emptyFolder()
        try await run(on: folder)
        return folder
    }

    private func run(on folder: DemoFolder) async throws {
        let definitions = "\(#filePath.split(separator: "/Tests/")[0])/Portals"
        try await DemoCommand.run(
            CommandArguments(["--data", folder.path, "--households", "20", "--seed", "3", "--definitions", definitions, "--now", Self.now])
        )
    }

    /// Rows that contradict each other, and how many.
    private func faults(_ transaction: any Transaction) throws -> [(String, Int)] {
        let queries: [(String, StaticString)] = [
            (
                "bookings without a counter that counts them",
                """
                SELECT count(*) FROM (
                    SELECT m.counter_id, b.group_id, b.day, count(*) AS booked FROM bookings b JOIN unit_counters m ON m.unit_id = b.unit_id
                    GROUP BY m.counter_id, b.group_id, b.day) b
                LEFT JOIN place_counters p ON p.counter_id = b.counter_id AND p.group_id = b.group_id AND p.day = b.day
                WHERE p.taken IS NULL OR p.taken <> b.booked
                """
            ),
            (
                "counters above bookings",
                """
                SELECT (SELECT CAST(sum(taken) AS BIGINT) FROM place_counters)
                    - (SELECT count(*) FROM bookings b JOIN unit_counters m ON m.unit_id = b.unit_id)
                """
            ),
            ("places oversold", "SELECT count(*) FROM place_counters p JOIN groups g ON g.id = p.group_id WHERE p.taken > g.capacity"),
            (
                "bookings without enrolment",
                """
                SELECT count(*) FROM bookings b JOIN units u ON u.id = b.unit_id WHERE NOT EXISTS (
                    SELECT 1 FROM enrolments e WHERE e.child_id = b.child_id AND e.activity_id = u.activity_id AND e.group_id = b.group_id
                        AND b.day BETWEEN e.first_day AND e.last_day)
                """
            ),
            (
                "bookings by a stranger",
                """
                SELECT count(*) FROM bookings b WHERE NOT EXISTS (
                    SELECT 1 FROM household_children c WHERE c.child_id = b.child_id AND c.household_id = b.household_id)
                """
            ),
            (
                "overlapping units",
                """
                SELECT count(*) FROM bookings b JOIN units u ON u.id = b.unit_id JOIN bookings o ON o.child_id = b.child_id AND o.day = b.day
                JOIN units v ON v.id = o.unit_id AND v.activity_id = u.activity_id AND v.id > u.id
                WHERE u.starts_at < v.ends_at AND v.starts_at < u.ends_at
                """
            ),
        ]
        return try queries.map { ($0.0, try transaction.first($0.1) { try $0[0] } ?? 0) }
    }

    /// No booking on a day on which its activity is closed.
    private func closedDays(of portal: Portal) throws {
        let catalogue = try #require(try portal.database.read { try PortalCatalogueStore($0).load() })
        let calendar = SchoolCalendar(
            zone: catalogue.settings.schoolZone,
            alsaceMoselle: catalogue.settings.alsaceMoselle,
            closures: catalogue.closures
        )
        let booked = try portal.database.read { transaction in
            try transaction.query("SELECT DISTINCT u.activity_id, b.day FROM bookings b JOIN units u ON u.id = b.unit_id") {
                try (Identifier<Activity>($0[0]), $0[1] as CivilDate)
            }
        }
        for (activity, day) in booked {
            let found = try #require(catalogue.activity(activity))
            if let reason = OpeningDays(of: found, in: calendar).closedReason(on: day) {
                Issue.record("\(portal.slug) \(found.code) \(day): \(reason)")
            }
        }
    }

    private func emptyFolder() throws -> DemoFolder {
        var template = Array("/tmp/portail-demo-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        return DemoFolder(String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
    }

    private func remove(_ folder: DemoFolder) {
        for slug in PortalDirectory(path: folder.path, clock: SystemClock()).slugs() {
            for ending in ["", "-wal", "-shm"] { unlink("\(folder.path)/portals/\(slug).sqlite\(ending)") }
        }
        for name in ["demo-accounts.json", "demo.txt"] { unlink("\(folder.path)/\(name)") }
        rmdir("\(folder.path)/portals")
        rmdir(folder.path)
    }

    private func text(of path: String) throws -> String {
        let descriptor = open(path, O_RDONLY)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += chunk[..<count]
        }
    }
}
