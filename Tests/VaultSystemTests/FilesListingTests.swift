import Foundation
import Glibc
import Testing
import VaultSystem

@Suite("What stands in a directory") struct FilesListingTests {
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test func everythingIsNamedInOrder() throws {
        try directory.put("b", "1")
        try directory.put("B", "2")
        try directory.put(".hidden", "3")
        try directory.put("é", "4")
        try FileManager.default.createDirectory(atPath: directory("folder"), withIntermediateDirectories: false)
        try directory.link("link", to: "b")
        try directory.link("nowhere", to: "gone")
        #expect(unsafe mkfifo(directory("pipe"), 0o600) == 0)
        let found = try OpenFolder(directory.path).entries()
        #expect(found.map(\.name) == [".hidden", "B", "b", "folder", "link", "nowhere", "pipe", "é"])
        #expect(found.map(\.kind) == [.file, .file, .file, .folder, .link, .link, .special, .file])
        #expect(try OpenFolder(directory("folder")).entries() == [])
    }

    @Test func aNameThatIsNoTextIsNamedAllTheSame() throws {
        let folder = unsafe open(directory.path, O_RDONLY | O_DIRECTORY)
        let file = unsafe openat(folder, [CChar(bitPattern: 0xff), 0x2e, 0x74, 0x78, 0x74, 0], O_CREAT | O_WRONLY, 0o600)
        try #require(file >= 0)
        for descriptor in [folder, file] { close(descriptor) }
        #expect(try OpenFolder(directory.path).entries().map(\.kind) == [.unreachable])
    }

    @Test func aLinkToADirectoryIsFollowedAndNothingElseIsADirectory() throws {
        try directory.put("file", "1")
        try directory.link("here", to: directory.path)
        #expect(try OpenFolder(directory("here")).entries().map(\.name) == ["file", "here"])
        #expect(throws: SystemError.notFound) { try OpenFolder(directory("file")).entries() }
        #expect(throws: SystemError.notFound) { try OpenFolder(directory("gone")).entries() }
        #expect(throws: SystemError.notFound) { try OpenFolder(directory("file\0")).entries() }
    }
}
