import VaultCore
import VaultSystem
import VaultTestkit

/// `audit report` over a log of 100,000 entries against `log verify` of the same, both as whole programs.
struct AuditReports {
    let program: String
    private static let cases = 100
    /// As many as may be opened in an hour without a finding: the clock of this vault stands still.
    private static let looked = 10
    private static let entries = 100_000
    private static let rounds = 5

    func measure() throws -> Section {
        let vault = try FilledVault(cases: Self.cases)
        try vault.test.run { session in
            // Nearly all of a log is looks, and so is nearly all of this one.
            var size = try session.group().logSize
            while size < Self.entries {
                _ = try session.show(case: 1 + size % Self.looked)
                size += 1
            }
        }
        var ratios = Sample()
        for _ in 0..<Self.rounds {
            let before = try childSeconds { try carryOut(["log", "verify"], vault) }
            let report = try childSeconds {
                try carryOut(["audit", "report", "--yes", "--out", vault.test.folder + "/report.html"], vault)
            }
            let after = try childSeconds { try carryOut(["log", "verify"], vault) }
            ratios.add(2 * report / (before + after))
        }
        return Section(
            title: "Reporting",
            explanation: """
                `audit report` of 100,000 entries, nearly all of them looks, as a page with pictures, signed : `log verify` of the same, both as whole
                programs, the vault \(FilledVault.place). Processor time; \(Self.rounds) rounds.
                """,
            rows: [Row(name: "`audit report`", sample: ratios, bound: 2)])
    }

    private func carryOut(_ command: [String], _ vault: FilledVault) throws {
        let arguments = [
            "--passphrase-fd", "\(ChildProgram.secretDescriptor)", "--vault", vault.test.path, "--home", vault.test.home, "--json",
        ]
        let child = ChildProgram(path: program, environment: [:])
        let ending = try child.run(command + arguments, secret: Array(FilledVault.passphrase.utf8)).ending
        guard ending == .exited(0) else { throw CommandFailed(ending: ending) }
    }
}
