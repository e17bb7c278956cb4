import ArgumentParser
import VaultCore
import VaultCrypto
import VaultFormat

/// `kluis identity paper`
struct IdentityPaper: Command {
    static let configuration = CommandConfiguration(commandName: "paper")

    @OptionGroup var global: GlobalOptions

    /// A key that a menu holds does not do here: a screen that was left open gives nobody the key on paper.
    func answer(_ call: Call) throws -> Answer {
        let paper = try Identity.paper(passphrase: try call.passphrase().current(), in: call.surroundings)
        var page = call.page(PaperWording.writeDown)
        page.space()
        for (index, line) in paper.lines.enumerated() { page.add("\(index + 1)  \(line)", .strong) }
        page.space()
        page.add(PaperWording.words(paper.words.words).text(in: call.language))
        return Answer(
            data: [JSON.Member("lines", JSON(paper.lines)), JSON.Member("words", JSON(paper.words.words))], page: page,
            remarks: [.paper(.keepWell), .paper(.clearScreen)])
    }
}

/// `kluis identity restore`: the sheet first, so that a wrong one costs no new passphrase. A dry run looks whether a sheet is right.
struct IdentityRestore: Command {
    static let configuration = CommandConfiguration(commandName: "restore")

    @OptionGroup var global: GlobalOptions
    @Option var name: String
    @Option var kdf: KDFChoice = .moderate

    func answer(_ call: Call) throws -> Answer {
        let paper = try PaperSource(call.settings, call.language)
        let passphrase =
            try call.dryRun
            ? nil : PassphraseSource(call.settings, language: call.language, textFromInput: paper.isStandardInput)
        let name = try Identity.checkName(name)
        guard try !Identity.exists(in: call.surroundings) else { throw Fault.exists(.identity) }
        let sheet = try paper.sheet()
        guard let passphrase else {
            let words = try Identity.words(of: sheet)
            return answer(nil, words, page(PaperWording.wouldBeRestored, words, call)).marked(dryRun: true)
        }
        let new = try passphrase.new()
        let words = try Identity.restore(sheet, name: name, cost: kdf.parameters, passphrase: new, in: call.surroundings)
        try call.held?.open(with: new, in: call.surroundings)
        return answer(name, words, page(PaperWording.restored(name: name), words, call))
    }

    private func page(_ deed: PaperWording, _ words: WordCode, _ call: Call) -> Page {
        var page = call.page(deed)
        page.add(PaperWording.compare(words.words).text(in: call.language))
        return page
    }

    private func answer(_ name: String?, _ words: WordCode, _ page: Page) -> Answer {
        Answer(
            data: [JSON.Member("name", JSON(name)), JSON.Member("words", JSON(words.words))], page: page,
            remarks: [.paper(.askBack), .paper(.lostNotStolen)])
    }
}
