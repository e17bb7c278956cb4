import VaultSystem

Hardening.begin()
// The parser's own way to end builds all it knows of every command once more, which costs a fifth of a start.
Hardening.end(Program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
