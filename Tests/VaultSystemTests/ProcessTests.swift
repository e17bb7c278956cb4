import CSystem
import Foundation
import Glibc
import Testing
import VaultSystem

/// Each in a process of its own: what they change is the process.
@Suite("Hardening and streams") struct ProcessTests {
    @Test func aHardenedProcessCannotBeInspected() async {
        await #expect(processExitsWith: .success) {
            for number in [SIGSEGV, SIGILL, SIGBUS, SIGTRAP, SIGABRT, SIGFPE] { _ = signal(number) { _ in _exit(1) } }
            Hardening.begin()
            for number in [SIGSEGV, SIGILL, SIGBUS, SIGTRAP, SIGABRT, SIGFPE] {
                let before = signal(number, SIG_DFL)
                #expect(before == nil)
            }
            #expect(kluis_may_be_dumped() == 0)
            #expect(kluis_may_gain_privileges() == 0)
            var core = rlimit(rlim_cur: 2, rlim_max: 2)
            try #require(unsafe getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &core) == 0)
            // One byte, with which no dump is piped to a program either; or none, where somebody allowed none before.
            #expect(core.rlim_cur == core.rlim_max && core.rlim_max <= 1)
            #expect(umask(0) == 0o077)
        }
    }

    @Test func aCrashHandlerThatWasThereDoesNotRun() async {
        await #expect(processExitsWith: .signal(SIGILL)) {
            _ = signal(SIGILL) { _ in _exit(1) }
            unblockSignals()
            Hardening.begin()
            raise(SIGILL)
        }
    }

    @Test func anOpenedFileNeverBecomesStandardOutput() async {
        await #expect(processExitsWith: .success) {
            for number: Int32 in 0...2 { close(number) }
            Hardening.begin()
            let next = unsafe open("/dev/null", O_RDWR)
            #expect(next > 2)
            #expect(throws: SystemError.closed) { try StandardStreams.writeOutput([65]) }
            #expect(throws: SystemError.closed) { try StandardStreams.readAll(0, limit: 10) }
            StandardStreams.writeError([65])
        }
    }

    @Test func aReaderThatHasGoneIsAnError() async {
        await #expect(processExitsWith: .success) {
            unblockSignals()
            Hardening.begin()
            let pipe = Pipe()
            try pipe.fileHandleForReading.close()
            try #require(dup2(pipe.fileHandleForWriting.fileDescriptor, 1) == 1)
            #expect(throws: SystemError.closed) { try StandardStreams.writeOutput([65]) }
        }
    }

    @Test func aFullDiskIsAnError() async {
        await #expect(processExitsWith: .success) {
            try #require(dup2(unsafe open("/dev/full", O_WRONLY), 1) == 1)
            #expect(throws: SystemError.noSpace) { try StandardStreams.writeOutput([65]) }
        }
    }

    @Test func theWidthIsWhatIsAskedFor() async {
        await #expect(processExitsWith: .success) {
            unsafe setenv("COLUMNS", "33", 1)
            #expect(StandardStreams.width(0) == 33)
            #expect(Environment.value("COLUMNS") == "33")
            unsafe setenv("COLUMNS", "-1", 1)
            let pipe = Pipe()
            #expect(StandardStreams.width(pipe.fileHandleForReading.fileDescriptor) == 80)
            unsafe unsetenv("COLUMNS")
            #expect(Environment.value("COLUMNS") == nil)
        }
    }

    @Test func readsPipedTextUpToItsLimit() throws {
        let text = Array(String(repeating: "tekst ", count: 5000).utf8)
        #expect(try StandardStreams.readAll(piped(text), limit: text.count) == text)
        #expect(throws: SystemError.tooLarge) { try StandardStreams.readAll(piped(text), limit: text.count - 1) }
        #expect(try StandardStreams.readAll(piped([]), limit: 0) == [])
        #expect(!StandardStreams.isTerminal(try piped([])))
    }

    @Test func theClockCountsSecondsSince1970() {
        #expect(abs(Clock.now() - Int64(Date().timeIntervalSince1970)) <= 2)
    }

    @Test func entropyFillsWhatIsAsked() {
        #expect(Entropy.bytes(0) == [])
        #expect(Entropy.bytes(32).count == 32)
        #expect(Entropy.bytes(32) != Entropy.bytes(32))
    }
}

/// The reading end of a pipe that holds these bytes and has no writer any more.
func piped(_ bytes: [UInt8]) throws -> Int32 {
    let pipe = Pipe()
    let reading = dup(pipe.fileHandleForReading.fileDescriptor)
    try pipe.fileHandleForWriting.write(contentsOf: bytes)
    try pipe.fileHandleForWriting.close()
    return reading
}
