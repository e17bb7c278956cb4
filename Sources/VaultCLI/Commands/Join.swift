import ArgumentParser
import VaultCore
import VaultFormat

/// `kluis join`: the words are shown to whoever asks, once, and to nobody else.
struct Join: Command {
    static let configuration = CommandConfiguration(commandName: "join")

    @OptionGroup var global: GlobalOptions
    @Option var out: PathText?
    @Flag(name: .customLong("new")) var asNew = false

    func answer(_ call: Call) throws -> Answer {
        guard let vault = call.settings.vault else { throw UsageFault.vaultToJoinUnnamed }
        let opener = try call.opener()
        let asked = try Groups.join(
            vault: vault, out: out?.value, asNew: asNew, dryRun: call.dryRun, in: call.surroundings
        ) { try opener.master(of: $0) }
        guard let words = asked.words else {
            let data = [JSON.Member("request", .null), JSON.Member("words", .null), JSON.Member("returning", .bool(asked.isReturning))]
            return Answer(data: data, page: call.page(MemberDeed.wouldAsk)).marked(dryRun: true)
        }
        var page = call.page(MemberDeed.asked(request: asked.request))
        if asked.isReturning { page.add(PaperWording.comesBack.text(in: call.language)) }
        page.add(MemberLabel.sayAloud(words.words).text(in: call.language), .strong)
        page.add(MemberLabel.wordsOnce.text(in: call.language))
        let next: Remark = asked.isReturning ? .paper(.theyTakeBack(request: asked.request)) : .theyAccept(request: asked.request)
        return Answer(
            data: [
                JSON.Member("request", .int(asked.request)), JSON.Member("words", JSON(words.words)),
                JSON.Member("returning", .bool(asked.isReturning)),
            ], page: page, remarks: (out.map { [.handOver(file: $0.value)] } ?? []) + [next])
    }
}
