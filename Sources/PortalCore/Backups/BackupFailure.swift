/// Why a backup could not be made or restored.
package enum BackupFailure: Error, Hashable, Sendable, CustomStringConvertible {
    case file(FileFailure)
    case database(DatabaseError)
    /// A file of the backup is not what was written there; why, in words.
    case unreadable(String, String)
    /// What was asked cannot be; why, in words.
    case refused(String)

    package var description: String {
        switch self {
        case .file(let failure): "\(failure)"
        case .database(let error): "la base de données\u{A0}: \(error)"
        case .unreadable(let path, let why): "\(path)\u{A0}: \(why)"
        case .refused(let why): why
        }
    }
}

extension BackupFailure {
    /// What a file or a database refused, as a backup's failure.
    init(_ error: any Error) {
        switch error {
        case let failure as BackupFailure: self = failure
        case let failure as FileFailure: self = .file(failure)
        case let failure as DatabaseError: self = .database(failure)
        default: self = .refused("\(error)")
        }
    }
}
