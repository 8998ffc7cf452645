import PortalCore

/// Where backups of a data folder go, checked before anything is written.
enum BackupTarget {
    static func making(of data: String, into place: String, keyFile: BackupKeyFile) throws -> BackupMaking {
        guard let folder = BackupKeyFile.real(data) else { throw CommandFailure(message: "le dossier \(data) n'existe pas.") }
        do {
            try Folder.make(place)
        } catch {
            throw CommandFailure(message: "\(error).")
        }
        guard let target = BackupKeyFile.real(place), target != folder, !target.hasPrefix("\(folder)/") else {
            throw CommandFailure(message: "les sauvegardes ne peuvent pas être dans le dossier qu'elles sauvegardent (\(data)).")
        }
        return BackupMaking(data: data, place: BackupPlace(place), key: try keyFile.key(besides: data))
    }
}
