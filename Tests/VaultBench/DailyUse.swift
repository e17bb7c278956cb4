import Foundation
import VaultCore
import VaultSystem
import VaultTestkit

/// What people do all day must not grow with the vault or its log: the same on a vault of 10,000 cases and 20,000 entries and on one of
/// 100 and 200.
///
/// Every command opens the vault, as `group show` does and does nothing else: most of that is the hash of the passphrase, which wants 64
/// MiB and takes now 80 ms and now 120. So the opening is not measured and taken off again, which would leave little but its own
/// differences: each command is given a vault opened anew, and what it does from there is measured by itself. That the opening does not
/// grow either is measured with the built program.
struct DailyUse {
    let program: String
    private static let rounds = 60
    private static let warmUp = 2

    private struct Command {
        let name: String
        /// Given an open vault, the number of a case, and how often this was done.
        let run: @Sendable (Session, Int) throws -> Void
    }

    private static let commands = [
        Command(name: "case show") { session, number in _ = try session.show(case: number) },
        Command(name: "note add") { session, number in _ = try session.addNote("Nog een gedachte.", toCase: number, dryRun: false) },
        Command(name: "case edit") { session, number in
            let text = try CaseText(title: "Een andere titel", pitch: nil, body: "En een andere tekst, van ongeveer dezelfde lengte.\n")
            _ = try session.edit(case: number, text, dryRun: false)
        },
    ]

    func measure() throws -> Section {
        let few = try FilledVault(cases: 100)
        let many = try FilledVault(cases: 10_000)
        var own = [Sample](repeating: Sample(), count: Self.commands.count)
        var opening = Sample()
        for round in 0..<(Self.warmUp + Self.rounds) {
            // Who goes first changes, so that a machine that slows down slows both.
            let manyFirst = round % 2 == 0
            func ratio(_ time: (FilledVault) throws -> Double) rethrows -> Double {
                let first = try time(manyFirst ? many : few)
                let second = try time(manyFirst ? few : many)
                return manyFirst ? first / second : second / first
            }
            // Another case each time, so that notes and versions do not pile up.
            let number = 1 + round % 100
            for (index, command) in Self.commands.enumerated() {
                let ratio = try ratio { vault in
                    try vault.test.run { session in try processorSeconds { try command.run(session, number) } }
                }
                if round >= Self.warmUp { own[index].add(ratio) }
            }
            let ratio = try ratio { vault in try childSeconds { try groupShow(vault) } }
            if round >= Self.warmUp { opening.add(ratio) }
        }
        let rows = zip(Self.commands, own).map { command, sample in
            Row(name: "`\(command.name)`, less what `group show` does as well", sample: sample, bound: 1.3)
        }
        return Section(
            title: "Daily use does not grow",
            explanation: """
                A vault of 10,000 cases and 20,000 entries : one of 100 and 200, both \(FilledVault.place). Processor time of what a command does
                after the vault is open, \(Self.rounds) pairs in turns, each on a vault opened anew; and processor time of the whole program for
                `kluis group show`, which opens the vault and does nothing else.
                """,
            rows: rows + [Row(name: "`group show`, the whole program", sample: opening, bound: 1.3)])
    }

    private func groupShow(_ vault: FilledVault) throws {
        let child = ChildProgram(path: program, environment: [:])
        let arguments = [
            "group", "show", "--passphrase-fd", "\(ChildProgram.secretDescriptor)", "--vault", vault.test.path, "--home", vault.test.home,
            "--json",
        ]
        let ending = try child.run(arguments, secret: Array(FilledVault.passphrase.utf8)).ending
        guard ending == .exited(0) else { throw CommandFailed(ending: ending) }
    }
}

/// A measured command did not succeed.
struct CommandFailed: Error {
    let ending: ChildProgram.Ending
}
