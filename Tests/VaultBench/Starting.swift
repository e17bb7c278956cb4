import Foundation
import VaultCore
import VaultSystem
import VaultTestkit

/// After `kluis unlock` a command is to begin at once. What it takes before its own work, against the same program that only says which
/// version it is; and, since that is what was asked for, in milliseconds of the processor.
struct Starting {
    let program: String
    private static let rounds = 60
    private static let warmUp = 3

    func measure() throws -> Section {
        let vault = try FilledVault(cases: 100)
        try run(["unlock", "--for", "8h", "--passphrase-fd", "\(ChildProgram.secretDescriptor)"], vault, secret: FilledVault.passphrase)
        var version = Sample(), ratio = Sample(), start = Sample(), saved = Sample()
        for round in 0..<(Self.warmUp + Self.rounds) {
            let bare = try childSeconds { try run(["--version"], vault) }
            let whole = try childSeconds { try run(["group", "show", "--no-input"], vault) }
            let asked = try childSeconds {
                try run(["group", "show", "--passphrase-fd", "\(ChildProgram.secretDescriptor)"], vault, secret: FilledVault.passphrase)
            }
            // The work alone, in this program: the key is at hand.
            let work = try processorSeconds { _ = try vault.test.open(readOnly: true).group() }
            guard round >= Self.warmUp else { continue }
            version.add(bare * 1000)
            ratio.add((whole - work) / bare)
            start.add((whole - work) * 1000)
            saved.add(whole / asked)
        }
        try run(["lock"], vault)
        return Section(
            title: "Starting with the agent",
            explanation: """
                `kluis group show` after `kluis unlock`, on a vault of 100 cases in memory-backed storage: processor time of the whole program, less what
                opening the vault and the answer take within a program that runs already. In turns with `kluis --version`; \(Self.rounds) rounds. The
                bound of 15 ms was asked for as such; the rows in milliseconds say as much about the machine as about the program.
                """,
            rows: [
                Row(name: "start of `group show` : `kluis --version`", sample: ratio, bound: nil),
                Row(name: "`group show` with the agent : with the passphrase", sample: saved, bound: nil),
                Row(name: "`kluis --version`, in ms", sample: version, bound: nil),
                Row(name: "start of `group show`, in ms", sample: start, bound: 15),
            ])
    }

    private func run(_ words: [String], _ vault: FilledVault, secret: String = "") throws {
        let child = ChildProgram(path: program, environment: [:])
        let ending = try child.run(words + ["--vault", vault.test.path, "--home", vault.test.home], secret: Array(secret.utf8)).ending
        guard ending == .exited(0) else { throw CommandFailed(ending: ending) }
    }
}
