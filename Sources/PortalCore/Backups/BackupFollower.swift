import Glibc
import Synchronization

/// Keeps a backup up to date while the portals are served: twice a second, what was committed goes to the backup's trails.
///
/// A new backup begins at the start, every day, and after anything that stood in the way. One second of writes is the most that is lost
/// with the machine.
package final class BackupFollower: Sendable {
    private let making: BackupMaking
    private let portals: [Portal]
    private let clock: any PortalClock
    /// Older backups go away.
    private let daysKept: Int
    private let report: @Sendable (String) -> Void
    private let state = Monitor(State())

    private struct State: Sendable {
        var isStopping = false
        var hasEnded = false
        /// Whether somebody waits for the next shipment.
        var isUrgent = false
        var shipments = 0
    }

    /// Seconds from one backup to the next.
    private static let period: Int64 = 86_400
    /// Milliseconds from one shipment to the next: half of the second that may be lost, the rest is for sealing and syncing.
    private static let rhythm = 500
    /// Milliseconds to wait after a failure.
    private static let pause = 30_000

    /// - Parameter report: told in words, for the operator, what was done and what failed.
    package init(_ making: BackupMaking, portals: [Portal], clock: any PortalClock, daysKept: Int, report: @escaping @Sendable (String) -> Void) {
        self.making = making
        self.portals = portals
        self.clock = clock
        self.daysKept = daysKept
        self.report = report
    }

    /// Starts its thread.
    package func start() throws(ThreadShortage) {
        try WorkerThread.start {
            self.follow()
            self.state.withLock { $0.hasEnded = true }
        }
    }

    /// Ends it. The databases are closed before: closing one ships its last commits.
    package func stop() {
        state.withLock { $0.isStopping = true }
        state.wait { $0.hasEnded ? true : nil }
    }

    /// Ships at once what is committed, and returns when that is done or has failed.
    package func shipNow() {
        let before = state.withLock { state in
            state.isUrgent = true
            return state.shipments
        }
        state.wait { $0.hasEnded || $0.shipments > before ? true : nil }
    }

    private var isStopping: Bool { state.withLock { $0.isStopping } }

    private func follow() {
        while !isStopping {
            do {
                let generation = try BackupGeneration(making, portals, clock)
                report("Sauvegarde faite : \(generation.path)")
                try prune()
                try keepUp(generation)
            } catch {
                report("La sauvegarde s'est interrompue, une nouvelle commencera : \(error)")
                state.withLock { state in
                    state.isUrgent = false
                    state.shipments += 1
                }
                wait(milliseconds: BackupFollower.pause)
            }
        }
    }

    /// Takes away what is too old. The backup before the new one says what the date may be: a clock that jumps ahead prunes nothing.
    private func prune() throws {
        guard let previous = try making.place.backups().dropLast().last?.madeAt else { return }
        let today = min(clock.now, previous.adding(seconds: 2 * BackupFollower.period))
        try making.place.prune(before: today.adding(seconds: -Int64(daysKept) * 86_400))
    }

    /// Ships twice a second until the backup has had its day.
    private func keepUp(_ generation: BackupGeneration) throws {
        let end = clock.now.adding(seconds: BackupFollower.period)
        defer { generation.stop() }
        while clock.now < end {
            wait(milliseconds: BackupFollower.rhythm)
            state.withLock { $0.isUrgent = false }
            // After the end of the databases, nothing is left to ship but files.
            let isLast = isStopping
            defer { state.withLock { $0.shipments += 1 } }
            try generation.ship(at: clock.now, isLast: isLast)
            if isLast { return }
        }
    }

    private func wait(milliseconds: Int) {
        for _ in 0..<milliseconds / 50 where !state.withLock({ $0.isStopping || $0.isUrgent }) { usleep(50_000) }
    }
}

/// One backup with the followers that carry on from it.
private final class BackupGeneration {
    private let making: BackupMaking
    private let manifest: BackupManifest
    private var followers: [SQLiteLogFollower] = []
    private var files: ChangeTrail
    private var watch: FolderWatch
    let path: String

    init(_ making: BackupMaking, _ portals: [Portal], _ clock: any PortalClock) throws {
        self.making = making
        // Begun before the copy: a file that comes meanwhile is shipped once too often rather than not at all.
        watch = try FolderWatch(making.data)
        var followers: [SQLiteLogFollower] = []
        var trails: [String: SharedTrail] = [:]
        let report: BackupMaking.Report
        do {
            report = try making.make(at: clock.now) { slug, source, target in
                guard let database = portals.first(where: { $0.slug == slug })?.database as? SQLiteDatabase else {
                    return try SQLiteDatabase.copy(source, to: target)
                }
                let trail = SharedTrail(clock)
                let follower = try database.follow { try trail.append($0.content) }
                followers.append(follower)
                trails[slug] = trail
                try follower.copy(to: target)
            }
        } catch {
            for follower in followers { follower.stop() }
            throw error
        }
        self.followers = followers
        manifest = report.manifest
        path = report.backup.path
        files = ChangeTrail(report.backup.fileTrail, key: making.key, from: manifest.origin(of: "files"))
        for (slug, trail) in trails {
            trail.begin(ChangeTrail(report.backup.trail(of: slug), key: making.key, from: manifest.origin(of: "portals/\(slug)")))
        }
    }

    func ship(at now: Instant, isLast: Bool) throws {
        if !isLast {
            for follower in followers { try follower.ship() }
        }
        let changed = try watch.changes()
        let later = try changed.compactMap { path in
            try SourceFile.ifPresent("\(making.data)/\(path)").map { LaterFile(path: path, contents: try $0.rest()) }
        }
        if !later.isEmpty { try files.append(LaterFile.content(of: later), at: now) }
    }

    func stop() {
        for follower in followers { follower.stop() }
    }
}

/// A portal's trail, to which the backup's thread appends each second and the writer's before a checkpoint.
private final class SharedTrail: Sendable {
    private struct NotBegun: Error {}

    private let trail = Mutex<ChangeTrail?>(nil)
    private let clock: any PortalClock

    init(_ clock: any PortalClock) {
        self.clock = clock
    }

    /// The backup is whole: what follows it can be kept.
    func begin(_ start: ChangeTrail) {
        trail.withLock { $0 = start }
    }

    func append(_ content: [UInt8]) throws {
        try trail.withLock { trail in
            guard trail != nil else { throw NotBegun() }
            try trail?.append(content, at: clock.now)
        }
    }
}
