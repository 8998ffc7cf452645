import Glibc
import PortalCore
import Synchronization

/// The end that a disk or a damaged database imposes: nothing is acknowledged any more, those who wait are answered 503, and the process
/// ends, so that systemd starts it anew on what the disk really holds.
enum Breakdown {
    /// EX_IOERR of sysexits.h.
    static let status: Int32 = 74
    /// Seconds for the answers that are under way.
    private static let grace: UInt32 = 3
    private static let flag = Atomic(false)

    static var hasHappened: Bool { flag.load(ordering: .sequentiallyConsistent) }

    /// Called by the database that failed, once or for each of them.
    @Sendable static func happen(_ error: DatabaseError) {
        Terminal.complain("Panne : une base de données ne peut plus être écrite, le serveur s'arrête. \(error)")
        guard !flag.exchange(true, ordering: .sequentiallyConsistent) else { return }
        do {
            try WorkerThread.start {
                sleep(grace)
                _exit(status)
            }
        } catch {
            _exit(status)
        }
        if !ShutdownSignals.request() { _exit(status) }
    }
}
