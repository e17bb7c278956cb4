import Foundation
import VaultAudit
import VaultCore
import VaultCrypto
import VaultFormat
import VaultSystem
import VaultTestkit

/// `audit verify` of an exported log against the bare signature checks and hashes: every signature, the SHA-256 of every file, and the leaf
/// hash of every entry. And the most memory that making one takes.
struct Export {
    let program: String
    private static let cases = 50_000
    private static let rounds = 5
    private static let mostMegabytes = 100.0

    func measure() throws -> Section {
        let vault = try FilledVault(cases: Self.cases)
        var rows: [Row] = []
        for (scope, name) in [(ExportScope.membership, "`audit verify`"), (.all, "`audit verify`, exported `--with-events`")] {
            let path = vault.test.file("export-\(scope.rawValue)")
            let most = try export(vault, to: path, scope)
            var ratios = Sample()
            for _ in 0..<Self.rounds { ratios.add(try ratio(path)) }
            rows.append(Row(name: name, sample: ratios, bound: 1.5))
            var memory = Sample()
            memory.add(most)
            let option = scope == .all ? " --with-events" : ""
            rows.append(Row(name: "`audit export\(option)`, megabytes at most", sample: memory, bound: Self.mostMegabytes))
        }
        return Section(
            title: "A log for outsiders",
            explanation: """
                `audit verify` of an exported log of 100,000 entries, \(FilledVault.place) : the Ed25519 verification (libsodium) of as many signatures,
                the SHA-256 of every file, and that of every entry once more as a leaf. Processor time; \(Self.rounds) rounds. And the most memory
                that the built program has while it exports that log.
                """,
            rows: rows)
    }

    private func ratio(_ path: String) throws -> Double {
        let floor = SignatureFloor()
        let files = try TestVault.allBytes(in: path)
        let entries = files.filter { $0.key.contains("/tile/entries/") }.flatMap { EntryTile.entries(in: $0.value) }
        // Half of the floor before and half after, so that a machine that slows down meanwhile slows both.
        var floorSeconds = floor.verify(entries.count / 2)
        var found = 0
        let whole = try processorSeconds {
            found = try Exports.verify(path, words: nil, since: nil) { _, _ in }.entriesVerified
        }
        precondition(found == entries.count)
        floorSeconds += floor.verify(entries.count - entries.count / 2)
        floorSeconds += processorSeconds {
            for file in files.values { precondition(BlobHash.of(file) != BlobHash.of([])) }
            for entry in entries { precondition(TreeHash.leaf(entry) != .empty) }
        }
        return whole / floorSeconds
    }

    /// Exports with the built program. The most megabytes it had, as the kernel counts its own pages: the figure for children that have
    /// ended would hold those of the process that started it as well.
    private func export(_ vault: FilledVault, to path: String, _ scope: ExportScope) throws -> Double {
        let child = Process()
        let secret = Pipe()
        child.executableURL = URL(fileURLWithPath: program)
        child.arguments =
            [
                "audit", "export", "--to", path, "--passphrase-fd", "0", "--vault", vault.test.path, "--home", vault.test.home, "--quiet",
            ] + (scope == .all ? ["--with-events"] : [])
        child.environment = [:]
        child.standardInput = secret
        child.standardOutput = FileHandle.nullDevice
        try child.run()
        secret.fileHandleForWriting.write(Data(FilledVault.passphrase.utf8))
        try secret.fileHandleForWriting.close()
        var most = 0.0
        while child.isRunning {
            most = max(most, Self.mostMegabytes(of: child.processIdentifier) ?? 0)
            usleep(10_000)
        }
        child.waitUntilExit()
        guard child.terminationStatus == 0, most > 0 else { throw TestFailure() }
        return most
    }

    /// What a process had at most since it began its program; nil where it has ended.
    private static func mostMegabytes(of process: pid_t) -> Double? {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
        else { return nil }
        return line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Double($0) }.map { $0 / 1024 }
    }
}
