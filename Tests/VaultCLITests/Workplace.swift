import Foundation
import VaultSystem

/// A directory, an environment and the built program.
final class Workplace {
    let path: String
    var environment: [String: String]
    /// What the newest ``ask(_:)`` was told.
    var asked = Asked()

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("kluis-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        environment = [
            "KLUIS_HOME": path + "/home", "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no", "LANG": "C", "TZ": "UTC",
            "PROGRAM": Self.program,
        ]
        try write("geheim\n", to: "secret")
    }

    func clear() { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
    }

    func shell(_ line: String) throws -> Int32 {
        try hear(line).exit
    }

    /// Runs a line of the shell, in which $PROGRAM is the program.
    func hear(_ line: String) throws -> Heard {
        try run(["-c", line])
    }

    /// Runs the program with these arguments; the passphrase is on descriptor 3, and `input` on standard input.
    func kluis(_ arguments: [String], input: String = "") throws -> Heard {
        try write(input, to: "input")
        return try run(["-c", "exec \"$0\" \"$@\" 3<secret", Self.program] + arguments)
    }

    /// Files instead of pipes: nothing can fill up and wait. Not with Foundation's Process, which now and then never hears of the end
    /// of a child when several threads wait.
    private func run(_ arguments: [String]) throws -> Heard {
        if !FileManager.default.fileExists(atPath: path + "/input") { try write("", to: "input") }
        let there = "cd \"$0\" && exec /bin/sh \"$@\" <input >output 2>errors 3<&-"
        let ending = try ChildProgram(path: "/bin/sh", environment: environment).run(["-c", there, path] + arguments).ending
        let exit =
            switch ending {
            case .exited(let number): number
            case .killed(let signal): -signal
            }
        return Heard(exit: exit, output: try read("output"), errors: try read("errors"))
    }

    private func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)), as: UTF8.self)
    }

    /// The program is built beside the tests.
    private static let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("kluis").path
}

/// How a program ended and what it said; a signal is a negative number.
struct Heard {
    let exit: Int32
    let output: String
    let errors: String

    /// The code in the JSON of an error; nil without one.
    var code: String? {
        errors.split(separator: "\n").compactMap { line in
            let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return (object?["error"] as? [String: Any])?["code"] as? String
        }.first
    }
}
