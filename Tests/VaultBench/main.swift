import Foundation
import VaultSystem

// Ratios against a floor or a peer in the same run, medians of interleaved rounds, written to Docs/Benchmarks.md.
// An absolute time is not a result: it says more about the machine and the hour than about the program.
// `kluis-bench` measures everything; `kluis-bench NAME` one thing, and writes nothing down.

Hardening.begin()
let measurements: [(name: String, measure: () throws -> Section)] = [
    ("start", { try Starting(program: builtBeside()).measure() }),
    ("daily", { try DailyUse(program: builtBeside()).measure() }),
    ("verify", { try Verification().measure() }),
    ("removal", { try Removal().measure() }),
    ("list", { try Listing().measure() }),
    ("import", { try Importing().measure() }),
    ("search", { try Search().measure() }),
    ("export", { try Export(program: builtBeside()).measure() }),
    ("report", { try AuditReports(program: builtBeside()).measure() }),
]
let only = CommandLine.arguments.dropFirst().first
let chosen = measurements.filter { only == nil || only == $0.name }
do {
    guard !chosen.isEmpty else { throw UnknownName(known: measurements.map(\.name)) }
    try Report(sections: try chosen.map { try $0.measure() }).write(keep: only == nil)
} catch {
    FileHandle.standardError.write(Data("kluis-bench: \(error)\n".utf8))
    exit(1)
}

/// The `kluis` that was built beside this program.
func builtBeside() -> String {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("kluis").path
}

/// Nothing of that name is measured.
struct UnknownName: Error, CustomStringConvertible {
    let known: [String]
    var description: String { "what can be measured: \(known.joined(separator: ", "))" }
}
