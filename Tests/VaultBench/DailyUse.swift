import Foundation
import VaultSystem

/// What people do all day must not grow with the vault or its log: the built program on a vault of 10,000 cases and 20,000 entries
/// against the same on 100 and 200, each less the time of `group show`.
///
/// A durable commit takes anything between 1 and 20 ms from one minute to the next, and another program may want the processor. So
/// every command is paired with a `group show` right before it, the two vaults take turns, and medians of the differences are compared.
struct DailyUse {
    let program: String
    private static let rounds = 40
    private static let warmUp = 2

    private struct Command {
        let name: String
        let arguments: [String]
        let input: String?
    }

    private static let base = Command(name: "group show", arguments: ["group", "show"], input: nil)
    private static let commands = [
        Command(name: "case show", arguments: ["case", "show", "50"], input: nil),
        Command(name: "note add", arguments: ["note", "add", "50"], input: "Nog een gedachte."),
        Command(
            name: "case edit", arguments: ["case", "edit", "50"],
            input: "Een andere titel\n\nEn een andere tekst, van ongeveer dezelfde lengte.\n"),
    ]

    func measure() throws -> [Result] {
        let small = try FilledVault.make(cases: 100)
        defer { small.remove() }
        let large = try FilledVault.make(cases: 10_000)
        defer { large.remove() }
        var times = [(few: Sample, many: Sample)](repeating: (Sample(), Sample()), count: Self.commands.count)
        for round in 0..<(Self.warmUp + Self.rounds) {
            for (index, command) in Self.commands.enumerated() {
                // Who goes first changes, so that a machine that slows down slows both.
                let first = round % 2 == 0 ? try pair(command, small) : nil
                let many = try pair(command, large)
                let few = try first ?? pair(command, small)
                guard round >= Self.warmUp else { continue }
                times[index].few.add(few)
                times[index].many.add(many)
            }
        }
        return zip(Self.commands, times).map { command, times in
            let few = times.few.median
            let range = times.many.middleHalf
            return Result(
                name: "`\(command.name)` with 10,000 cases and 20,000 entries : with 100 and 200, each less `\(Self.base.name)`",
                ratio: times.many.median / few, bound: 1.3, spread: range.lowerBound / few...range.upperBound / few)
        }
    }

    /// Seconds that a command takes beyond a `group show` just before it.
    private func pair(_ command: Command, _ vault: FilledVault) throws -> Double {
        let base = try run(Self.base, vault)
        return try run(command, vault) - base
    }

    private func run(_ command: Command, _ vault: FilledVault) throws -> Double {
        let input = try command.input.map { text in
            let path = vault.folder.appendingPathComponent("input").path
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            return path
        }
        let child = ChildProgram(path: program, environment: [:])
        let arguments =
            command.arguments + [
                "--passphrase-fd", "\(ChildProgram.secretDescriptor)", "--vault", vault.vault, "--home", vault.home, "--json",
            ]
        var ending = ChildProgram.Ending.exited(0)
        let time = try seconds { ending = try child.run(arguments, input: input, secret: Array(FilledVault.passphrase.utf8)).ending }
        guard ending == .exited(0) else { throw CommandFailed(ending: ending) }
        return time
    }
}

/// A measured command did not succeed.
struct CommandFailed: Error {
    let ending: ChildProgram.Ending
}
