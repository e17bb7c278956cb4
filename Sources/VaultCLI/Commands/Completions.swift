import ArgumentParser

/// `kluis completions SHELL`
struct Completions: Command {
    static let configuration = CommandConfiguration(commandName: "completions")

    @OptionGroup var global: GlobalOptions
    @Argument var shell: Shell

    func answer(_ call: Call) throws -> Answer {
        let script = shell.script(in: call.language)
        var page = Page()
        page.addVerbatim(script)
        return Answer(data: [JSON.Member("shell", .string(shell.rawValue)), JSON.Member("script", .string(script))], page: page)
    }
}

/// `kluis man`
struct Man: Command {
    static let configuration = CommandConfiguration(commandName: "man")

    @OptionGroup var global: GlobalOptions

    func answer(_ call: Call) throws -> Answer {
        let text = ManPage(language: call.language).text
        var page = Page()
        page.addVerbatim(text)
        return Answer(data: [JSON.Member("section", 1), JSON.Member("page", .string(text))], page: page)
    }
}
