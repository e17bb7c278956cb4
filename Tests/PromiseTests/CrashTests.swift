import Foundation
import Glibc
import Testing
import VaultTestkit

/// Promise 8: the whole program ends by a fatal signal, from outside, while the passphrase and an opened text are in its memory.
struct CrashTests {
    /// As a person's shell has it, and as somebody has it who asks for everything.
    @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGTRAP], [nil, "enable=yes,color=no,threads=all,registers=all,images=all"])
    func aCrashTellsNothing(_ signal: Int32, _ backtrace: String?) throws {
        let stage = try Self.stage()
        stage.environment["SWIFT_BACKTRACE"] = backtrace
        let (count, _) = try stage.operations(["case", "show", "1"])
        // Just before the answer is written: the text has been opened.
        for operation in [count - 40, count - 1] {
            let child = try stage.start(["case", "show", "1"], .stop, at: operation)
            try #require(child.waitForStop())
            let ended = try child.end(with: signal)
            #expect(ended.exit == -signal)
            #expect(!ended.dumped)
            #expect(ended.errors == "")
            for word in Words.content + [Words.passphrase] { #expect(!ended.output.contains(word)) }
            #expect(try !TestVault.allBytes(in: stage.folder).keys.contains { $0.split(separator: "/").last?.hasPrefix("core") ?? false })
            try stage.restore()
        }
    }

    @Test func theKernelShowsNothingOfIt() throws {
        let stage = try Self.stage()
        let (count, _) = try stage.operations(["case", "add"], input: Words.anotherCase)
        let child = try stage.start(["case", "add"], input: Words.anotherCase, .stop, at: count - 20)
        try #require(child.waitForStop())
        for name in ["cmdline", "environ", "comm", "status", "maps"] {
            let bytes = child.kernel(name)
            #expect(!bytes.isEmpty, "\(name)")
            for word in Words.content + [Words.passphrase, "Tekst die erbij kwam"] {
                #expect(Data(bytes).range(of: Data(word.utf8)) == nil, "\(name)")
            }
        }
        #expect(String(decoding: child.kernel("status"), as: UTF8.self).contains("NoNewPrivs:\t1\n"))
        let limits = String(decoding: child.kernel("limits"), as: UTF8.self)
        #expect(limits.contains(#/Max core file size +([01]) +\1 /#))
        child.send(SIGCONT)
        #expect(try child.end().exit == 0)
        #expect(try stage.report()[1] == 0, "a process that may not be dumped")
    }

    /// One copy of the passphrase while it is in use, in the one place where it belongs, and none afterwards. Root may look into any
    /// process, so this is asked where tests run as root.
    @Test(.enabled(if: geteuid() == 0)) func theMemoryHoldsNoPassphraseAfterwards() throws {
        let stage = try Self.stage()
        try stage.keep()
        var most = 0
        for operation in stride(from: 2, through: 40, by: 2) {
            let child = try stage.start(["case", "show", "1"], .stop, at: operation)
            try #require(child.waitForStop())
            most = max(most, Memory.count(of: Words.passphrase, in: child.process))
            _ = try child.end(with: SIGKILL)
            try stage.restore()
        }
        #expect(most == 1)
        let child = try stage.start(["case", "show", "1"], .exit)
        try #require(child.waitForStop())
        #expect(Memory.count(of: "FAULT_KIND=exit", in: child.process) > 0, "the search finds what is there")
        #expect(Memory.count(of: String(Words.passphrase.dropFirst(8)), in: child.process) == 0)
        child.send(SIGCONT)
        #expect(try child.end().output.contains(Words.body))
    }

    private static func stage() throws -> Stage {
        let stage = try Stage()
        try stage.makeGroup()
        return stage
    }
}

/// What can be written in a stopped process, as it stands.
private enum Memory {
    static func count(of text: String, in process: pid_t) -> Int {
        let maps = String(decoding: Child.kernel("maps", of: process), as: UTF8.self)
        let memory = unsafe open("/proc/\(process)/mem", O_RDONLY | O_CLOEXEC)
        defer { close(memory) }
        return maps.split(separator: "\n").reduce(0) { sum, line in
            let words = line.split(separator: " ")
            let ends = words[0].split(separator: "-").compactMap { Int($0, radix: 16) }
            guard ends.count == 2, words[1].hasPrefix("rw") else { return sum }
            var bytes = [UInt8](repeating: 0, count: ends[1] - ends[0])
            let length = unsafe pread(memory, &bytes, bytes.count, ends[0])
            return length > 0 ? sum + count(of: Data(text.utf8), in: Data(bytes[..<length])) : sum
        }
    }

    private static func count(of needle: Data, in region: Data) -> Int {
        var (found, from) = (0, region.startIndex)
        while let next = region.range(of: needle, in: from..<region.endIndex) { (found, from) = (found + 1, next.upperBound) }
        return found
    }
}
