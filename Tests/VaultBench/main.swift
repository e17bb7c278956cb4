import Foundation
import VaultSystem

// Ratios against a floor or a peer in the same run, medians of interleaved rounds, written to Docs/Benchmarks.md.
// An absolute time is not a result: it says more about the machine and the hour than about the program.

Hardening.begin()
let kluis = CommandLine.arguments.dropFirst().first ?? defaultProgram()
do {
    try Report(results: try DailyUse(program: kluis).measure() + (try Verification().measure())).write()
} catch {
    FileHandle.standardError.write(Data("kluis-bench: \(error)\n".utf8))
    exit(1)
}

/// The `kluis` that was built beside this program.
func defaultProgram() -> String {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("kluis").path
}
