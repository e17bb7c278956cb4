import Foundation
import Glibc
import VaultCore
import VaultCrypto
import VaultFormat
import VaultSystem

/// The agent of a workplace's home, seen from outside.
extension Workplace {
    /// The processes that hold the key of this home: what has ended shows no command line any more.
    var agents: [pid_t] {
        let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap { pid_t($0) } ?? []
        return numbers.filter { number in
            let line = (try? Files.read("/proc/\(number)/cmdline", limit: 1 << 16)) ?? []
            return String(decoding: line, as: UTF8.self).contains("agent-process\u{0}\(path)/home/identity")
        }
    }

    /// Waits for their end; false where they stay.
    func agentsEnd() -> Bool {
        let clock = ContinuousClock()
        let latest = clock.now.advanced(by: .seconds(30))
        while clock.now < latest {
            if agents.isEmpty { return true }
            sched_yield()
        }
        return false
    }

    /// The path of the socket in the home.
    var socket: String { path + "/home/" + socketName }

    /// Its name, as the program makes it from the path of the home.
    var socketName: String { "agent-" + Hex.encode(Array(Digest.sha256(Array((path + "/home").utf8)).prefix(8))) }

    /// Unlocks with the passphrase in `secret`.
    func unlock() throws { try self.do("$PROGRAM unlock --passphrase-fd 3 3<secret") }

    /// A command without a passphrase and without anybody to ask.
    func quietly(_ words: String, input: String = "") throws -> Heard {
        try kluis(words.split(separator: " ").map(String.init) + ["--json", "--no-input"], input: input)
    }
}

/// The memory that a process can write, as it stands. Root may look into any.
struct ProcessMemory {
    /// A stretch of it, and what the kernel says of that.
    struct Region {
        let first: Int
        let bytes: Data
        let facts: String
    }

    let regions: [Region]

    init(of process: pid_t) throws {
        let text = String(decoding: try Self.whole("/proc/\(process)/smaps"), as: UTF8.self)
        let memory = unsafe open("/proc/\(process)/mem", O_RDONLY | O_CLOEXEC)
        defer { close(memory) }
        var regions: [Region] = []
        var facts: [Substring] = []
        for line in text.split(separator: "\n").reversed() {
            facts.append(line)
            let words = line.split(separator: " ")
            let ends = words[0].split(separator: "-").compactMap { Int($0, radix: 16) }
            guard ends.count == 2 else { continue }
            if words[1].hasPrefix("rw") {
                var bytes = [UInt8](repeating: 0, count: ends[1] - ends[0])
                let length = unsafe pread(memory, &bytes, bytes.count, ends[0])
                if length > 0 {
                    regions.append(Region(first: ends[0], bytes: Data(bytes[..<length]), facts: facts.joined(separator: "\n")))
                }
            }
            facts = []
        }
        self.regions = regions
    }

    /// The regions in which these bytes stand, one for each time.
    func places(of needle: [UInt8]) -> [Region] {
        regions.flatMap { region in
            var found: [Region] = []
            var from = region.bytes.startIndex
            while let next = region.bytes.range(of: Data(needle), in: from..<region.bytes.endIndex) {
                found.append(region)
                from = next.lowerBound + 1
            }
            return found
        }
    }

    private static func whole(_ path: String) throws -> [UInt8] {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        defer { close(file) }
        return try StandardStreams.readAll(file, limit: 1 << 22)
    }
}
