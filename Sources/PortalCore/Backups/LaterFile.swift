import Glibc

/// A file that came into the data folder after a backup.
struct LaterFile: Hashable {
    /// From the data folder.
    let path: String
    let contents: [UInt8]

    /// Files one after the other: length and bytes of the path, length and bytes of the contents.
    static func content(of files: [LaterFile]) -> [UInt8] {
        var bytes: [UInt8] = []
        for part in files.flatMap({ [Array($0.path.utf8), $0.contents] }) {
            bytes.append(littleEndian: Int64(part.count))
            bytes += part
        }
        return bytes
    }

    /// nil for bytes that are none.
    static func files(content: [UInt8]) -> [LaterFile]? {
        var parts: [[UInt8]] = []
        var rest = content[...]
        while !rest.isEmpty {
            guard rest.count >= 8 else { return nil }
            let length = Int(littleEndian: rest.prefix(8))
            rest = rest.dropFirst(8)
            guard length >= 0, rest.count >= length else { return nil }
            parts.append(Array(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        guard parts.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: parts.count, by: 2).map { LaterFile(path: String(decoding: parts[$0], as: UTF8.self), contents: parts[$0 + 1]) }
    }
}

/// Notices the files that come into a folder or are replaced there. It looks into a subfolder only when its date says that a name in it changed.
struct FolderWatch {
    private struct Stamp: Hashable {
        let inode: ino_t
        let seconds: Int
        let nanoseconds: Int

        init?(_ path: String) {
            var status = stat()
            guard lstat(path, &status) == 0 else { return nil }
            inode = status.st_ino
            seconds = status.st_mtim.tv_sec
            nanoseconds = status.st_mtim.tv_nsec
        }
    }

    private let root: String
    private var folders: [String: Stamp] = [:]
    private var files: [String: Stamp] = [:]

    /// - Parameter root: what is in it now counts as known.
    init(_ root: String) throws(FileFailure) {
        self.root = root
        _ = try changes()
    }

    /// The files that are new since the last time, as paths from the root.
    mutating func changes() throws(FileFailure) -> [String] { try changes(in: "") }

    private mutating func changes(in folder: String) throws(FileFailure) -> [String] {
        let stamp = Stamp("\(root)/\(folder)")
        var changed: [String] = []
        if folders[folder] != stamp {
            for name in try Folder.names(in: "\(root)/\(folder)") where !name.hasPrefix(".") && !name.hasSuffix(".new") {
                let path = folder + name
                if Folder.isFolder("\(root)/\(path)") {
                    if folders["\(path)/"] == nil { changed += try changes(in: "\(path)/") }
                } else if !BackupMaking.isDatabase(path), let stamp = Stamp("\(root)/\(path)"), files.updateValue(stamp, forKey: path) != stamp {
                    changed.append(path)
                }
            }
            folders[folder] = stamp
        }
        for inside in folders.keys where inside != folder && Folder.isDirectly(inside, in: folder) && Folder.isFolder("\(root)/\(inside)") {
            changed += try changes(in: inside)
        }
        return changed
    }
}

extension Folder {
    /// Whether "mail/old/" is directly in "mail/": the empty text is the root.
    fileprivate static func isDirectly(_ inside: String, in folder: String) -> Bool {
        inside.hasPrefix(folder) && inside.dropFirst(folder.count).dropLast().allSatisfy { $0 != "/" }
    }
}
