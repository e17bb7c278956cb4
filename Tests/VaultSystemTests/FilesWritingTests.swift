import Foundation
import Glibc
import Testing
import VaultSystem

@Suite("Writing files") struct FilesWritingTests {
    let directory: TemporaryDirectory
    let new = Array("new".utf8)

    init() throws {
        directory = try TemporaryDirectory()
        try directory.put("old", "old")
    }

    @Test func makesAPrivateFileAndNothingElse() throws {
        try Files.createNew(directory("file"), new)
        #expect(try directory.text("file") == "new")
        #expect(try Files.permissions(directory("file")).bits == 0o600)
        #expect(try Files.permissions(directory("file")).isPrivate)
        #expect(try directory.names == ["file", "old"])
    }

    @Test func neverCreatesOverSomething() throws {
        try directory.link("dangling", to: directory("target"))
        try Files.makePrivateDirectory(directory("folder"))
        for name in ["old", "dangling", "folder"] {
            #expect(throws: SystemError.alreadyExists) { try Files.createNew(directory(name), new) }
        }
        #expect(try directory.text("old") == "old")
        #expect(try directory.names == ["dangling", "folder", "old"])
        #expect(throws: SystemError.notFound) { try Files.createNew(directory("none/file"), new) }
    }

    @Test func replacesARegularFile() throws {
        try #require(unsafe chmod(directory("old"), 0o644) == 0)
        let before = try Files.identity(of: directory("old"))
        try Files.replace(directory("old"), new)
        #expect(try directory.text("old") == "new")
        #expect(try Files.identity(of: directory("old")) != before)
        #expect(try Files.permissions(directory("old")).bits == 0o600)
        try Files.replace(directory("fresh"), new)
        #expect(try directory.names == ["fresh", "old"])
    }

    @Test func neverReplacesThroughALink() throws {
        try directory.link("link", to: directory("old"))
        try Files.makePrivateDirectory(directory("folder"))
        #expect(throws: SystemError.notRegular) { try Files.replace(directory("link"), new) }
        #expect(throws: SystemError.notRegular) { try Files.replace(directory("folder"), new) }
        #expect(try directory.text("old") == "old")
        #expect(try directory.names == ["folder", "link", "old"])
    }

    @Test func leavesNoTemporaryFileWhenTheDiskIsFull() async throws {
        await #expect(processExitsWith: .success) { [path = directory.path as String] in
            unblockSignals()
            Hardening.begin()
            var limit = rlimit(rlim_cur: 1000, rlim_max: 1000)
            try #require(unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
            let tooMuch = [UInt8](repeating: 7, count: 2000)
            #expect(throws: SystemError.noSpace) { try Files.createNew(path + "/file", tooMuch) }
            #expect(throws: SystemError.noSpace) { try Files.replace(path + "/old", tooMuch) }
        }
        #expect(try directory.names == ["old"])
        #expect(try directory.text("old") == "old")
    }

    @Test func publishesBesideAndNeverOver() throws {
        let temporary = try Files.randomSibling(of: directory("vault.kluis"), suffix: ".tmp")
        try Files.createNew(temporary, new)
        #expect(throws: SystemError.alreadyExists) { try Files.publish(temporary, as: directory("old")) }
        #expect(try directory.text("old") == "old")
        try Files.publish(temporary, as: directory("vault.kluis"))
        #expect(try directory.text("vault.kluis") == "new")
        #expect(try directory.names == ["old", "vault.kluis"])
        try directory.link("link", to: directory("old"))
        #expect(throws: SystemError.notRegular) { try Files.publish(directory("link"), as: directory("other")) }
    }

    @Test func namesSiblingsAtRandom() throws {
        let names = try (0..<50).map { _ in try Files.randomSibling(of: "some/where/secret.txt", suffix: ".part") }
        #expect(Set(names).count == 50)
        let form = /some\/where\/\.kluis-[0-9a-f]{16}\.part/
        #expect(names.allSatisfy { $0.wholeMatch(of: form) != nil })
        #expect(try Files.randomSibling(of: "/x", suffix: "").wholeMatch(of: /\/\.kluis-[0-9a-f]{16}/) != nil)
        #expect(try Files.randomSibling(of: "x", suffix: "").wholeMatch(of: /\.kluis-[0-9a-f]{16}/) != nil)
    }

    @Test func removesTheLinkAndNotItsTarget() throws {
        try directory.link("link", to: directory("old"))
        try Files.remove(directory("link"))
        #expect(try directory.names == ["old"])
        try Files.remove(directory("old"))
        #expect(throws: SystemError.notFound) { try Files.remove(directory("old")) }
        #expect(throws: SystemError.notRegular) { try Files.remove(directory.path) }
    }
}

@Suite("Private directories") struct PrivateDirectoryTests {
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test func makesEveryMissingLevelPrivate() throws {
        try Files.makePrivateDirectory(directory("a/b//c/"))
        for name in ["a", "a/b", "a/b/c"] { #expect(try Files.permissions(directory(name)).bits == 0o700) }
        try Files.makePrivateDirectory(directory("a/b/c"))
    }

    @Test func goesThroughALinkButDoesNotEndAtOne() throws {
        try Files.makePrivateDirectory(directory("real"))
        try directory.link("link", to: directory("real"))
        try Files.makePrivateDirectory(directory("link/inside"))
        #expect(try Files.exists(directory("real/inside")))
        #expect(throws: SystemError.notRegular) { try Files.makePrivateDirectory(directory("link")) }
        try directory.put("file", "")
        #expect(throws: SystemError.notRegular) { try Files.makePrivateDirectory(directory("file")) }
        #expect(throws: SystemError.notFound) { try Files.makePrivateDirectory(directory("file/inside")) }
    }

    @Test func refusesOneThatOthersMayWriteIn() throws {
        try Files.makePrivateDirectory(directory("open"))
        try #require(unsafe chmod(directory("open"), 0o770) == 0)
        #expect(throws: SystemError.permissionDenied) { try Files.makePrivateDirectory(directory("open")) }
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give a directory away"))
    func refusesOneOfSomebodyElse() throws {
        try Files.makePrivateDirectory(directory("theirs"))
        try #require(unsafe chown(directory("theirs"), 12345, 12345) == 0)
        #expect(throws: SystemError.permissionDenied) { try Files.makePrivateDirectory(directory("theirs")) }
    }
}
