import Foundation
import Glibc
import Testing

@testable import VaultSystem

/// Files that are written portion by portion.
struct NewFileTests {
    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
        try directory.put("old", "old")
        try directory.link("link", to: directory("old"))
        try directory.link("dangling", to: directory("target"))
        try Files.makePrivateDirectory(directory("folder"))
        try #require(unsafe mkfifo(directory("pipe"), 0o600) == 0)
    }

    private let there = ["dangling", "folder", "link", "old", "pipe"]

    private func write(_ name: String, replacing: Bool = false) throws {
        let file = try NewFile(directory(name), replacing: replacing)
        for portion in ["one", "", "two"] { try file.write(Array(portion.utf8)) }
        try file.publish(replacing: replacing)
    }

    @Test func makesAPrivateFileAndNothingElse() throws {
        try write("file")
        #expect(try directory.text("file") == "onetwo")
        #expect(try Files.permissions(directory("file")).isPrivate)
        #expect(try directory.names == (there + ["file"]).sorted())
    }

    /// Until it is whole it has no name, so that nobody sees half of it and a kill leaves nothing.
    @Test func hasNoNameUntilItIsWhole() throws {
        let file = try NewFile(directory("file"), replacing: false)
        try file.write([1])
        #expect(try directory.names == there)
        try file.publish(replacing: false)
        #expect(try Data(contentsOf: URL(fileURLWithPath: directory("file"))) == Data([1]))
    }

    @Test func leavesNothingWhenItIsGivenUp() throws {
        for replacing in [false, true] {
            do {
                let file = try NewFile(directory("file"), replacing: replacing)
                try file.write([1])
            }
            #expect(try directory.names == there)
        }
    }

    @Test func neverCreatesOverSomething() throws {
        for name in there {
            #expect(throws: SystemError.alreadyExists, "\(name)") { try NewFile(directory(name), replacing: false) }
        }
        #expect(throws: SystemError.notFound) { try NewFile(directory("none/file"), replacing: false) }
        #expect(throws: SystemError.notFound) { try NewFile(directory("old/file"), replacing: false) }
        // Taken meanwhile, by a file or by a link.
        for name in ["file", "other"] {
            let file = try NewFile(directory(name), replacing: false)
            if name == "file" { try directory.put("file", "theirs") } else { try directory.link("other", to: directory("old")) }
            #expect(throws: SystemError.alreadyExists) { try file.publish(replacing: false) }
        }
        #expect(try directory.text("file") == "theirs")
        #expect(try directory.text("old") == "old")
    }

    @Test func replacesARegularFileAlone() throws {
        for name in ["dangling", "folder", "link", "pipe"] {
            #expect(throws: SystemError.notRegular, "\(name)") { try NewFile(directory(name), replacing: true) }
        }
        try write("old", replacing: true)
        #expect(try directory.text("old") == "onetwo")
        #expect(try directory.names == there)
        // A link that came meanwhile stays, and so does what it points to.
        let file = try NewFile(directory("fresh"), replacing: true)
        try directory.link("fresh", to: directory("old"))
        #expect(throws: SystemError.notRegular) { try file.publish(replacing: true) }
        #expect(try directory.text("old") == "onetwo")
        #expect(try directory.names == (there + ["fresh"]).sorted())
    }

    /// Where a program may not be looked into, it can still give its own file a name.
    @Test func worksForAHardenedProgram() async throws {
        await #expect(processExitsWith: .success) { [path = directory.path as String] in
            Hardening.begin()
            let file = try NewFile(path + "/file", replacing: false)
            try file.write([7])
            try file.publish(replacing: false)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: directory("file"))) == Data([7]))
    }

    @Test func aFullDiskLeavesNothing() async throws {
        await #expect(processExitsWith: .success) { [path = directory.path as String] in
            unblockSignals()
            Hardening.begin()
            var limit = rlimit(rlim_cur: 1000, rlim_max: 1000)
            try #require(unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
            let file = try NewFile(path + "/file", replacing: false)
            #expect(throws: SystemError.noSpace) { try file.write([UInt8](repeating: 7, count: 2000)) }
        }
        #expect(try directory.names == there)
    }

    @Test func readsPortionsOfARegularFile() throws {
        try directory.put("long", String(repeating: "abcdefghij", count: 20_000))
        let file = try SourceFile(directory("long"), limit: 200_000)
        #expect(file.length == 200_000 && file.name == "long")
        #expect(try file.bytes(at: 199_995, count: 100) == Array("fghij".utf8))
        #expect(try file.bytes(at: 0, count: 3) == Array("abc".utf8))
        #expect(try file.bytes(at: 200_000, count: 1) == [])
        // It stays the file it was, whatever its path leads to.
        try Files.replace(directory("long"), [1])
        #expect(try file.bytes(at: 10, count: 2) == Array("ab".utf8))
    }

    @Test func readsNothingElse() throws {
        for name in ["dangling", "folder", "link", "pipe"] {
            #expect(throws: SystemError.notRegular, "\(name)") { try SourceFile(directory(name), limit: 10) }
        }
        #expect(throws: SystemError.notRegular) { try SourceFile("/dev/zero", limit: 10) }
        #expect(throws: SystemError.tooLarge) { try SourceFile(directory("old"), limit: 2) }
        for name in ["none", "none/old", ""] {
            #expect(throws: SystemError.self, "\(name)") { try SourceFile(name.isEmpty ? "" : directory(name), limit: 10) }
        }
    }
}
