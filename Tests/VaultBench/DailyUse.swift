import Foundation

/// What people do all day must not grow with the vault or its log: the built program on a vault of 10,000 cases and 20,000 entries
/// against the same on 100 and 200, each less the time of `group show`.
struct DailyUse {
    let program: String
    private static let rounds = 41

    init(program: String) { self.program = program }

    func measure() throws -> [Result] {
        let small = try FilledVault.make(cases: 100)
        let large = try FilledVault.make(cases: 10_000)
        defer {
            small.remove()
            large.remove()
        }
        let text = "Een andere titel\n\nEn een andere tekst, van ongeveer dezelfde lengte.\n"
        let commands: [(String, [String], String)] = [
            ("case show", ["case", "show", "50"], ""), ("note add", ["note", "add", "50"], "Nog een gedachte."),
            ("case edit", ["case", "edit", "50"], text),
        ]
        var times = [[Sample]](repeating: [Sample(), Sample()], count: commands.count + 1)
        for round in 0..<(Self.rounds + 1) {
            for (place, vault) in [small, large].enumerated() {
                let base = try run(["group", "show"], "", vault)
                if round > 0 { times[commands.count][place].add(base) }
                for (index, command) in commands.enumerated() {
                    let time = try run(command.1, command.2, vault)
                    // The first round warms caches and is not counted.
                    if round > 0 { times[index][place].add(time - base) }
                }
            }
        }
        return commands.enumerated().map { index, command in
            let (few, many) = (times[index][0], times[index][1])
            let range = many.middleHalf
            return Result(
                name: "`\(command.0)` with 10,000 cases and 20,000 entries : with 100 and 200, each less `group show`",
                ratio: many.median / few.median, bound: 1.3, spread: range.lowerBound / few.median...range.upperBound / few.median)
        }
    }

    private func run(_ arguments: [String], _ input: String, _ vault: FilledVault) throws -> Double {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // The shell opens the passphrase's descriptor; its own start is the same for every command and so drops out of the difference.
        process.arguments = ["-c", "exec 3<\"$0\"; shift 0; exec \"$@\"", vault.passphraseFile, program] + arguments + [
            "--passphrase-fd", "3", "--vault", vault.vault, "--home", vault.home, "--json",
        ]
        process.environment = ["SWIFT_BACKTRACE": "enable=no", "PATH": "/usr/bin:/bin"]
        let pipe = Pipe()
        process.standardInput = pipe
        process.standardOutput = FileHandle.nullDevice
        let time = try seconds {
            try process.run()
            pipe.fileHandleForWriting.write(Data(input.utf8))
            try pipe.fileHandleForWriting.close()
            process.waitUntilExit()
        }
        guard process.terminationStatus == 0 else { throw CommandFailed(status: process.terminationStatus) }
        return time
    }
}

/// A measured command did not succeed.
struct CommandFailed: Error {
    let status: Int32
}
