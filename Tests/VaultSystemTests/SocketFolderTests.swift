import Foundation
import Glibc
import Testing

@testable import VaultSystem

@Suite("Sockets of one person") struct SocketFolderTests {
    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
        try Files.makePrivateDirectory(directory("run"))
    }

    private func open() throws -> SocketFolder { try SocketFolder.open(directory("run")) }

    @Test func aSocketIsOfThisPersonAlone() throws {
        let folder = try open()
        let listener = try folder.bind("one")
        #expect(try Files.permissions(directory("run/one")) == FilePermissions(bits: 0o600, owner: geteuid()))
        #expect(try isNobody(folder, "one"), "nobody can connect before it listens")
        try listener.listen()
        let mine = try Self.held(try folder.connect("one"))
        let its = try Self.held(try listener.accept())
        let here = LocalConnection.Peer(user: geteuid(), process: getpid())
        #expect(try mine.end.peer() == here && its.end.peer() == here)
        #expect(throws: SystemError.alreadyExists) { _ = try folder.bind("one") }
        try folder.remove("one")
        #expect(try folder.socket("one") == nil)
        try folder.remove("one")
    }

    @Test func aMessageComesWholeOrNotAtAll() throws {
        let ends = try LocalConnection.pair()
        try ends.one.send([1, 2, 3])
        try ends.one.send([4])
        #expect(try ends.other.receive(limit: 3, within: .seconds(5)) == [1, 2, 3])
        #expect(try ends.other.receive(limit: 3, within: .seconds(5)) == [4])
        try ends.one.send([1, 2, 3, 4])
        #expect(throws: SystemError.tooLarge) { _ = try ends.other.receive(limit: 3, within: .seconds(5)) }
        #expect(throws: SystemError.busy) { _ = try ends.other.receive(limit: 3, within: .zero) }
    }

    @Test func aSecretGoesFromMemoryToMemory() throws {
        let ends = try LocalConnection.pair()
        let secret: [UInt8] = [7, 8, 9]
        try ends.one.send([1, 2], secret: unsafe secret.span.bytes)
        var memory = [UInt8](repeating: 0, count: 4)
        var span = memory.mutableSpan
        var raw = unsafe span.mutableBytes
        let got = try ends.other.receive(2, secret: &raw, within: .seconds(5))
        #expect(got.message == [1, 2] && got.secret == 3)
        #expect(memory == [7, 8, 9, 0])
    }

    @Test func aMessageThatIsShorterHasNoSecret() throws {
        let ends = try LocalConnection.pair()
        try ends.one.send([1])
        var memory: [UInt8] = [5, 5]
        var span = memory.mutableSpan
        var raw = unsafe span.mutableBytes
        let got = try ends.other.receive(2, secret: &raw, within: .seconds(5))
        #expect(got.message == [1] && got.secret == 0)
        #expect(memory == [5, 5])
        try ends.one.send([1, 2, 3, 4, 5])
        var again = memory.mutableSpan
        var room = unsafe again.mutableBytes
        #expect(throws: SystemError.tooLarge) { _ = try ends.other.receive(2, secret: &room, within: .seconds(5)) }
    }

    @Test func whoHasGoneIsGone() throws {
        let folder = try open()
        let listener = try folder.bind("one")
        try listener.listen()
        let other = try Self.held(try folder.connect("one"))
        #expect(try Self.takes(listener))
        #expect(throws: SystemError.closed) { _ = try other.end.receive(limit: 3, within: .seconds(5)) }
        #expect(throws: SystemError.closed) { try other.end.send([1]) }
        try other.end.waitForEnd(within: .seconds(5))
    }

    @Test func whatIsNoSocketIsRefused() throws {
        try Files.createNew(directory("run/file"), [])
        try directory.link("run/link", to: directory("run/file"))
        try Files.makePrivateDirectory(directory("run/folder"))
        for name in ["file", "link", "folder"] {
            #expect(throws: SystemError.notRegular) { _ = try open().connect(name) }
            #expect(throws: SystemError.notRegular) { try open().remove(name) }
            #expect(try Files.exists(directory("run/" + name)))
        }
    }

    @Test func aSocketThatOthersCanReachIsRefused() throws {
        let folder = try open()
        let listener = try folder.bind("one")
        try listener.listen()
        for bits: mode_t in [0o660, 0o606, 0o611] {
            #expect(unsafe chmod(directory("run/one"), bits) == 0)
            #expect(throws: SystemError.permissionDenied) { _ = try folder.connect("one") }
        }
    }

    @Test(.enabled(if: geteuid() == 0)) func somebodyElsesIsRefused() throws {
        let folder = try open()
        let listener = try folder.bind("one")
        try listener.listen()
        #expect(unsafe lchown(directory("run/one"), 65_534, 65_534) == 0)
        #expect(throws: SystemError.permissionDenied) { _ = try folder.connect("one") }
        #expect(throws: SystemError.permissionDenied) { try folder.remove("one") }
        #expect(unsafe lchown(directory("run"), 65_534, 65_534) == 0)
        #expect(throws: SystemError.permissionDenied) { _ = try open() }
    }

    @Test func aFolderThatOthersMayWriteInIsRefused() throws {
        #expect(unsafe chmod(directory("run"), 0o720) == 0)
        #expect(throws: SystemError.permissionDenied) { _ = try open() }
        try directory.link("link", to: directory("run"))
        #expect(throws: SystemError.notRegular) { _ = try SocketFolder.open(directory("link")) }
        #expect(throws: SystemError.notFound) { _ = try SocketFolder.open(directory("none")) }
    }

    @Test func aStaleSocketIsNobody() throws {
        let folder = try open()
        try Self.leave("one", in: folder)
        #expect(try folder.socket("one") != nil)
        #expect(try isNobody(folder, "one"))
        try folder.remove("one")
        #expect(try folder.socket("one") == nil)
    }

    @Test func sleepIsTheDifferenceOfTwoClocks() {
        let first = UpTime.now(), second = UpTime.now()
        #expect(first.awake > 0 && first.all >= first.awake)
        #expect(second.awake >= first.awake && second.all >= first.all)
    }

    private func isNobody(_ folder: borrowing SocketFolder, _ name: String) throws -> Bool {
        switch try folder.connect(name) {
        case .some: false
        case .none: true
        }
    }

    /// A listener that is gone when this returns.
    private static func leave(_ name: String, in folder: borrowing SocketFolder) throws {
        let listener = try folder.bind(name)
        try listener.listen()
    }

    /// Takes a connection and lets it go.
    private static func takes(_ listener: borrowing LocalListener) throws -> Bool {
        switch try listener.accept() {
        case .some: true
        case .none: false
        }
    }

    private static func held(_ end: consuming LocalConnection?) throws -> Held {
        switch consume end {
        case .some(let end): return Held(end)
        case .none: throw SystemError.notFound
        }
    }
}

/// A class only so that it can stand in an optional.
private final class Held {
    let end: LocalConnection
    init(_ end: consuming LocalConnection) { self.end = end }
}
