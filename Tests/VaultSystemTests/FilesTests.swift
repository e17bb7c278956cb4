import Foundation
import Glibc
import Testing
import VaultSystem

@Suite("Reading files") struct FilesTests {
    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
        try directory.put("ten", "0123456789")
    }

    @Test func readsAWholeFileUpToItsLimit() throws {
        #expect(try Files.read(directory("ten"), limit: 10) == Array("0123456789".utf8))
        #expect(throws: SystemError.tooLarge) { try Files.read(directory("ten"), limit: 9) }
        try directory.put("empty", "")
        #expect(try Files.read(directory("empty"), limit: 0) == [])
    }

    @Test func readsMoreThanOnePortion() throws {
        let text = String(repeating: "kluis", count: 50_000)
        try directory.put("long", text)
        #expect(try Files.read(directory("long"), limit: 1 << 20) == Array(text.utf8))
    }

    @Test func aFileWithoutALengthIsStillLimited() throws {
        #expect(throws: SystemError.tooLarge) { try Files.read("/proc/self/status", limit: 16) }
    }

    @Test func readsBothEnds() throws {
        #expect(try Files.firstBytes(directory("ten"), count: 3) == Array("012".utf8))
        #expect(try Files.firstBytes(directory("ten"), count: 30) == Array("0123456789".utf8))
        #expect(try Files.readTail(directory("ten"), count: 3) == Array("789".utf8))
        #expect(try Files.readTail(directory("ten"), count: 30) == Array("0123456789".utf8))
    }

    @Test func refusesWhatIsNoRegularFile() throws {
        try directory.link("link", to: directory("ten"))
        try #require(unsafe mkfifo(directory("fifo"), 0o600) == 0)
        for path in [directory("link"), directory("fifo"), directory.path, "/dev/null", "/dev/zero"] {
            #expect(throws: SystemError.notRegular) { try Files.read(path, limit: 100) }
            #expect(throws: SystemError.notRegular) { try Files.firstBytes(path, count: 1) }
            #expect(throws: SystemError.notRegular) { try Files.readTail(path, count: 1) }
        }
    }

    @Test func saysThatNothingIsThere() throws {
        #expect(throws: SystemError.notFound) { try Files.read(directory("none"), limit: 100) }
        #expect(throws: SystemError.notFound) { try Files.read(directory("ten/none"), limit: 100) }
        #expect(throws: SystemError.notFound) { try Files.read(directory("ten") + "\0.txt", limit: 100) }
        #expect(throws: SystemError.notFound) { try Files.permissions(directory("none")) }
    }

    @Test func seesLinksThatPointNowhere() throws {
        try directory.link("dangling", to: directory("none"))
        #expect(try Files.exists(directory("ten")))
        #expect(try Files.exists(directory("dangling")))
        #expect(try !Files.exists(directory("none")))
    }

    @Test func tellsModeAndOwner() throws {
        try #require(unsafe chmod(directory("ten"), 0o640) == 0)
        let permissions = try Files.permissions(directory("ten"))
        #expect(permissions.bits == 0o640)
        #expect(permissions.owner == geteuid())
        #expect(!permissions.isPrivate)
        try #require(unsafe chmod(directory("ten"), 0o400) == 0)
        #expect(try Files.permissions(directory("ten")).isPrivate)
    }

    @Test func knowsAFileUnderTwoNames() throws {
        try #require(unsafe link(directory("ten"), directory("same")) == 0)
        try directory.put("other", "0123456789")
        #expect(try Files.identity(of: directory("ten")) == Files.identity(of: directory("same")))
        #expect(try Files.identity(of: directory("ten")) != Files.identity(of: directory("other")))
    }

    @Test func countsFreeBytes() throws {
        #expect(try Files.freeBytes(at: directory.path) > 0)
        #expect(throws: SystemError.notFound) { try Files.freeBytes(at: directory("none")) }
    }

    @Test func resolvesTheDirectoryAndKeepsTheName() throws {
        try Files.makePrivateDirectory(directory("real"))
        try directory.link("way", to: directory("real"))
        try directory.link("ten-link", to: directory("ten"))
        let real = try #require(unsafe realpath(directory.path, nil).map { unsafe String(cString: $0) })
        #expect(try Files.absolutePath(directory("way/new.kluis")) == real + "/real/new.kluis")
        #expect(try Files.absolutePath(directory("way/../way/home//")) == real + "/real/home")
        #expect(try Files.absolutePath(directory("ten-link")) == real + "/ten-link")
        #expect(try Files.absolutePath("/etc") == "/etc")
        #expect(throws: SystemError.notFound) { try Files.absolutePath(directory("none/file")) }
    }

    @Test(arguments: ["", "/", "//", ".", "..", "a/..", "a/.", "a\0b"])
    func refusesAPathThatNamesNoFile(_ path: String) {
        #expect(throws: SystemError.notRegular) { try Files.absolutePath(path) }
        #expect(throws: SystemError.notRegular) { try Files.createNew(path, []) }
    }
}
