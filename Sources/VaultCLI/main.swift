import ArgumentParser
import VaultSystem

Hardening.begin()
Kluis.exit(withError: ExitCode(Program.run(Array(CommandLine.arguments.dropFirst())).rawValue))
