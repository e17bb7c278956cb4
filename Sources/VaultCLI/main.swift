import Glibc
import VaultSystem

Hardening.begin()
exit(Program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
