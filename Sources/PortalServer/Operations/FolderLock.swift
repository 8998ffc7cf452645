import Glibc

/// Keeps a demo from being made anew under a server that serves it: a lock (flock) on the data folder itself, which the system lifts when the
/// process ends, however it ends.
final class FolderLock: Sendable {
    private let descriptor: Int32

    /// - Parameter alone: whether the folder is about to be made anew; otherwise it is shared with other servers.
    /// - Throws: `CommandFailure` when somebody else's lock is in the way. A folder that is not there stops nobody, nor does a file system without locks.
    init(_ folder: String, alone: Bool) throws {
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0, flock(descriptor, (alone ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
        throw CommandFailure(
            message: alone
                ? "« \(folder) » est servi en ce moment : arrêtez d'abord le serveur."
                : "la démonstration de « \(folder) » est en train d'être refaite : réessayez dans un instant."
        )
    }

    deinit { if descriptor >= 0 { close(descriptor) } }
}
