import ArgumentParser

/// `kluis start`: leads a newcomer to the first sealed case, or to the first case read.
struct Start: Command {
    static let configuration = CommandConfiguration(commandName: "start")

    @OptionGroup var global: GlobalOptions
    @Option var kdf: KDFChoice?

    func answer(_ call: Call) throws -> Answer {
        guard call.settings.mayAsk, !call.speaker.json, Dialogue.isPossible else { throw UsageFault.cannotAsk(.guide) }
        let dialogue = Dialogue(speaker: call.speaker, home: call.settings.home)
        do {
            try Guide(dialogue: dialogue, named: call.settings.vault, cost: kdf).run()
        } catch Dialogue.Left.byChoice {
            // Whoever leaves goes on later from what there is now.
        }
        dialogue.key.lock()
        return Answer(data: [], page: Page())
    }
}
