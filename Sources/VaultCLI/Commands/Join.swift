import ArgumentParser
import VaultCore
import VaultFormat

/// `kluis join`: the words are shown to whoever asks, once, and to nobody else.
struct Join: Command {
    static let configuration = CommandConfiguration(commandName: "join")

    @OptionGroup var global: GlobalOptions
    @Option var out: PathText?

    func answer(_ call: Call) throws -> Answer {
        guard let vault = call.settings.vault else { throw UsageFault.vaultToJoinUnnamed }
        let asked = try Groups.join(
            vault: vault, passphrase: try call.passphrase().current(), out: out?.value, dryRun: call.dryRun, in: call.surroundings)
        guard let words = asked.words else {
            return Answer(data: [JSON.Member("request", .null), JSON.Member("words", .null)], page: call.page(MemberDeed.wouldAsk))
                .marked(dryRun: true)
        }
        var page = call.page(MemberDeed.asked(request: asked.request))
        page.add(MemberLabel.sayAloud(words.words).text(in: call.language), .strong)
        page.add(MemberLabel.wordsOnce.text(in: call.language))
        return Answer(
            data: [JSON.Member("request", .int(asked.request)), JSON.Member("words", JSON(words.words))], page: page,
            remarks: (out.map { [.handOver(file: $0.value)] } ?? []) + [.theyAccept(request: asked.request)])
    }
}
