import Foundation
import VaultSystem

// Ratios against a floor or a peer in the same run, medians of interleaved rounds, written to Docs/Benchmarks.md.
// An absolute time is not a result: it says more about the machine and the hour than about the program.

Hardening.begin()
let only = CommandLine.arguments.dropFirst().first
do {
    var results: [Result] = []
    if only == nil || only == "daily" { results += try DailyUse(program: builtBeside()).measure() }
    if only == nil || only == "verify" { results += try Verification().measure() }
    if only == nil || only == "removal" { results += try Removal().measure() }
    if only == nil || only == "search" { results += try Search().measure() }
    try Report(results: results).write(keep: only == nil)
} catch {
    FileHandle.standardError.write(Data("kluis-bench: \(error)\n".utf8))
    exit(1)
}

/// The `kluis` that was built beside this program.
func builtBeside() -> String {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("kluis").path
}
