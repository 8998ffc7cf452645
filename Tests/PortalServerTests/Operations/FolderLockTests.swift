import Testing

@testable import PortalServer

@Suite struct FolderLockTests {
    @Test func `servers share a folder; who makes it anew is alone`() throws {
        let folder = try ScratchFolder()
        var servers = try [FolderLock(folder.path, alone: false), FolderLock(folder.path, alone: false)]
        #expect(throws: CommandFailure.self) { try FolderLock(folder.path, alone: true) }
        servers.removeAll()
        let maker = try FolderLock(folder.path, alone: true)
        #expect(throws: CommandFailure.self) { try FolderLock(folder.path, alone: false) }
        withExtendedLifetime(maker) {}
    }

    @Test func `a folder that is not there stops nobody`() throws {
        for alone in [true, false] { _ = try FolderLock("/nowhere/data", alone: alone) }
    }
}
