import Glibc
import PortalCore

/// Books as families do, through the services and the storage that the server uses, and says what it was promised: the reliability programs
/// end it, cut its power or fail its disk, and compare what is left with what it said.
///
///     StorageDriver prepare DATA SLUG NOW
///     StorageDriver book DATA SLUG NOW SECONDS [cut COUNT | lies COUNT]
///
/// `prepare` empties the bookings, makes the groups small, and writes what can be booked to DATA/SLUG.slots.
/// `book` reads on its standard input what was promised before ("kept", "slot", "again"), checks it, and books until it is ended.
enum Driver {
    static func run(_ words: [String]) async -> Int32 {
        guard words.count >= 4, let now = Instant(rfc3339: words[3]) else {
            say("usage: prepare|book DATA SLUG NOW")
            return 2
        }
        let directory = PortalDirectory(path: words[1], clock: StoppedClock(now)) { error in
            say("broken \(error)")
            usleep(200_000)
            _exit(74)
        }
        let slotsPath = "\(words[1])/\(words[2]).slots"
        do {
            switch words[0] {
            case "prepare":
                guard let portal = try directory.portal(words[2]) else { return 2 }
                try await Preparation(portal).run(writingTo: slotsPath)
                portal.database.close()
            case "book" where words.count >= 5:
                try await book(directory, words[2], Array(words[4...]), slotsPath)
            default:
                return 2
            }
            return 0
        } catch {
            say("error \(error)")
            return 1
        }
    }

    private static func book(_ directory: PortalDirectory, _ slug: String, _ words: [String], _ slotsPath: String) async throws {
        let promises = Promises(lines: readLines())
        if words.count == 3, let count = Int(words[2]) { PowerCutDisk.install(cutAfter: count, honest: words[1] == "cut") }
        let started = microseconds()
        guard let portal = try directory.portal(slug) else { throw DatabaseError.other("no portal \(slug)") }
        _ = try await portal.database.write { try DriverStore($0).bookingCount() }
        say("open \((microseconds() - started) / 1000)")
        let slots = try Slot.read(slotsPath)
        try promises.check(in: portal)
        let load = try BookingLoad(portal, slots)
        for again in promises.again { await load.confirm(again) }
        await load.run(seconds: Double(words[0]) ?? 1)
        portal.database.close()
        say("closed")
    }

    private static func readLines() -> [String] {
        var lines: [String] = []
        while let line = readLine() { lines.append(line) }
        return lines
    }

    /// One line, in one call: whole or not at all, whatever happens to the process.
    static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    }

    static func microseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
    }
}
