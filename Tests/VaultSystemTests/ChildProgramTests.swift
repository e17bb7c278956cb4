import Glibc
import Testing

@testable import VaultSystem

/// A shell stands in for any program.
@Suite("Child programs") struct ChildProgramTests {
    private let shell = ChildProgram(path: "/bin/sh", environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C"])

    private func run(
        _ script: String, input: String? = nil, secret: [UInt8] = [], limit: Int = 1 << 20
    ) throws -> (String, ChildProgram.Ending) {
        let run = try shell.run(["-c", script], input: input, secret: secret, limit: limit)
        return (String(decoding: run.said, as: UTF8.self), run.ending)
    }

    @Test func bothStreamsComeInTheOrderOfWriting() throws {
        let (said, ending) = try run("echo een; echo twee >&2; echo drie; exit 7")
        #expect(said == "een\ntwee\ndrie\n")
        #expect(ending == .exited(7))
    }

    @Test func aSignalIsNoExit() throws {
        #expect(try run("kill -TERM $$").1 == .killed(signal: SIGTERM))
    }

    @Test func inputIsTheFileOrNothing() throws {
        let directory = try TemporaryDirectory()
        try directory.put("casus.txt", "Een val\n")
        #expect(try run("cat", input: directory("casus.txt")).0 == "Een val\n")
        #expect(try run("cat").0 == "")
        #expect(throws: SystemError.notFound) { try run("cat", input: directory("weg.txt")) }
    }

    @Test func theSecretWaitsOnDescriptorThree() throws {
        let secret = [UInt8](repeating: 0x61, count: ChildProgram.longestSecret)
        #expect(try run("cat <&3", secret: secret).0 == String(decoding: secret, as: UTF8.self))
        #expect(try run("cat <&3").0 == "")
    }

    @Test func nothingElseIsHandedDown() throws {
        unsafe setenv("KLUIS_TEST_ONLY", "1", 1)
        defer { unsafe unsetenv("KLUIS_TEST_ONLY") }
        let variables = try run("env").0.split(separator: "\n").map { String($0.prefix { $0 != "=" }) }
        #expect(!variables.contains("KLUIS_TEST_ONLY"))
        #expect(variables.contains("LC_ALL"))
        // A number that is free: another thread of the tests may own any that is not.
        let inherited = fcntl(STDERR_FILENO, F_DUPFD, 4)
        try #require(inherited > 3)
        defer { close(inherited) }
        #expect(try run("for n in 0 1 2 3 4 5 6 7 8 9 \(inherited); do [ -e /proc/$$/fd/$n ] && echo $n; done; true").0 == "0\n1\n2\n3\n")
    }

    @Test func tooMuchIsRefusedAndTheChildEnds() throws {
        #expect(throws: SystemError.tooLarge) { try run("yes", limit: 100_000) }
        #expect(try run("printf 12345", limit: 5).0 == "12345")
        #expect(throws: SystemError.tooLarge) { try run("printf 12345", limit: 4) }
    }

    @Test func aProgramThatIsNotThereIsAnError() {
        #expect(throws: SystemError.notFound) { try ChildProgram(path: "/geen/programma", environment: [:]).run([]) }
        #expect(throws: SystemError.permissionDenied) { try ChildProgram(path: "/etc/passwd", environment: [:]).run([]) }
    }

    @Test func aHardenedProcessCanStillRunItself() async {
        await #expect(processExitsWith: .success) {
            Hardening.begin()
            let held = HeldSignals()
            let echo = ChildProgram(path: "/bin/sh", environment: [:])
            let run = try echo.run(["-c", "kill -INT $$; echo nog hier"])
            #expect(run.ending == .killed(signal: SIGINT), "the child does not hold back what its parent holds back")
            #expect(throws: Never.self) { try held.check() }
        }
    }
}

/// Each in a process of its own: signals are the process's.
@Suite("Held signals") struct HeldSignalsTests {
    @Test func aHeldSignalIsFoundOnce() async {
        await #expect(processExitsWith: .success) {
            let held = HeldSignals()
            #expect(throws: Never.self) { try held.check() }
            for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
                raise(number)
                #expect(throws: SystemError.interrupted) { try held.check() }
                #expect(throws: Never.self) { try held.check() }
            }
        }
    }

    @Test func whatWasHeldIsGoneAfterwards() async {
        await #expect(processExitsWith: .success) {
            do {
                let held = HeldSignals()
                raise(SIGINT)
                _ = held
            }
        }
    }

    @Test func afterwardsASignalEndsTheProcessAgain() async {
        await #expect(processExitsWith: .signal(SIGTERM)) {
            unblockSignals()
            do { _ = HeldSignals() }
            raise(SIGTERM)
        }
    }

    @Test func whatWasIgnoredStaysIgnored() async {
        await #expect(processExitsWith: .success) {
            _ = signal(SIGHUP, SIG_IGN)
            let held = HeldSignals()
            raise(SIGHUP)
            #expect(throws: Never.self) { try held.check() }
        }
    }
}

@Suite("Temporary directories") struct TemporaryDirectoryTests {
    private struct Stop: Error {}

    @Test func isPrivateAndGoneAfterwards() throws {
        let path = try Files.withTemporaryDirectory("kluis-test") { path in
            #expect(try Files.permissions(path).bits == 0o700)
            try Files.makePrivateDirectory(path + "/huis/diep")
            try Files.createNew(path + "/huis/diep/bestand", [1])
            return path
        }
        #expect(try !Files.exists(path))
    }

    @Test func isGoneAfterAnErrorToo() throws {
        var path = ""
        #expect(throws: Stop.self) {
            try Files.withTemporaryDirectory("kluis-test") { directory in
                path = directory
                try Files.createNew(directory + "/bestand", [1])
                throw Stop()
            }
        }
        #expect(path.hasPrefix("/") && path.contains("kluis-test-"))
        #expect(try !Files.exists(path))
    }

    @Test func linksAreRemovedAndNotFollowed() throws {
        let outside = try TemporaryDirectory()
        try outside.put("blijft", "tekst")
        try Files.withTemporaryDirectory("kluis-test") { path in
            try #require(unsafe symlink(outside.path, path + "/koppeling") == 0)
        }
        #expect(try outside.names == ["blijft"])
    }
}
