import Glibc
import Testing
import VaultSystem

@Suite("The lock") struct FileLockTests {
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test func isHeldUntilReleasedOrOutOfScope() throws {
        let first = try FileLock.acquire(directory("lock"))
        #expect(throws: SystemError.busy) { try tryOnce() }
        first.release()
        try tryOnce()
        try tryOnce()
        #expect(try Files.permissions(directory("lock")).bits == 0o600)
    }

    @Test func saysAfterASecondAndGivesUpAfterFive() throws {
        let first = try FileLock.acquire(directory("lock"))
        var waited = Duration.zero
        var said: [Duration] = []
        #expect(throws: SystemError.busy) {
            _ = try FileLock.acquire(directory("lock"), pause: { waited += $0 }, onWait: { said.append(waited) })
        }
        #expect(waited == .seconds(5))
        #expect(said == [.seconds(1)])
        first.release()
    }

    @Test func isTakenAsSoonAsItIsFree() throws {
        var first: FileLock? = try FileLock.acquire(directory("lock"))
        var pauses = 0
        let second = try FileLock.acquire(
            directory("lock"),
            pause: { _ in
                pauses += 1
                if pauses == 3 { first.take()?.release() }
            })
        #expect(pauses == 3)
        second.release()
    }

    @Test func isNoLinkAndNoDirectory() throws {
        try directory.link("link", to: directory("target"))
        #expect(throws: SystemError.notRegular) { _ = try FileLock.acquire(directory("link")) }
        #expect(try !Files.exists(directory("target")))
        try Files.makePrivateDirectory(directory("folder"))
        #expect(throws: SystemError.notRegular) { _ = try FileLock.acquire(directory("folder")) }
        #expect(throws: SystemError.notFound) { _ = try FileLock.acquire(directory("none/lock")) }
    }

    private func tryOnce() throws {
        try FileLock.acquire(directory("lock"), patience: .zero, pause: { _ in }).release()
    }
}
