import ArgumentParser
import VaultSystem

/// `kluis demo`: a story on a vault that is thrown away. It gives the commands to this same program, as anybody would, and shows
/// what that answers.
struct Demo: Command {
    static let configuration = CommandConfiguration(commandName: "demo")

    @OptionGroup var global: GlobalOptions

    func answer(_ call: Call) throws -> Answer {
        let signals = HeldSignals()
        let narrator = Narrator(speaker: call.speaker)
        try narrator.begin()
        try Files.withTemporaryDirectory("kluis-demo") { directory in
            var stage = try Stage(directory: directory, narrator: narrator)
            for scene in Story.scenes {
                try narrator.head(scene.name)
                for act in scene.acts {
                    let surprise = try stage.perform(act)
                    // Ctrl-C reaches the command on stage too, and that is then no surprise.
                    try signals.check()
                    if let surprise { try narrator.regret(surprise) }
                }
            }
        }
        try narrator.end()
        let items = Story.scenes.map { [JSON.Member("scene", .string($0.name.rawValue)), JSON.Member("commands", .int($0.commands))] }
        return .list(items, page: Page())
    }
}
