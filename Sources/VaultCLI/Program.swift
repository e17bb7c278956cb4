import ArgumentParser
import VaultCore
import VaultCrypto
import VaultFormat
import VaultSystem

/// From the arguments to the number the program ends with.
enum Program {
    /// What `--version` says: the version that this program also writes in the log.
    static var version: String { String(Payload.thisProgram.drop { $0 != "/" }.dropFirst()) }

    /// Carries out one command line, without the program's own name; without a command, and at a terminal, everything there is in a menu.
    /// Says everything there is to say.
    static func run(_ arguments: [String]) -> ExitStatus {
        // What `kluis unlock` starts, and nobody types.
        if arguments.first == AgentProcess.word { return AgentProcess.run(Array(arguments.dropFirst())) ? .done : .usage }
        let scan = ArgumentScan(arguments)
        if let menu = Menu(arguments, scan) { return menu.run() }
        return carryOut(arguments, with: nil).status
    }

    /// The same for a command line that a person typed, or that a choice in a menu stands for: then `key` opens the identity, and what is
    /// said of commands to type is left out. The answer has been given when this returns; there is none where it went wrong.
    static func carryOut(_ arguments: [String], with key: HeldKey?) -> (status: ExitStatus, answer: Answer?) {
        let scan = ArgumentScan(arguments)
        let language = scan.language ?? .ofLocale(Environment.value)
        let bulletin = Bulletin()
        do {
            var (speaker, answer) = try answered(arguments, scan, language, bulletin, key)
            if key != nil { answer.remarks.removeAll(where: \.isAboutTyping) }
            let notices = bulletin.unsaid() + answer.notices
            do throws(SystemError) { try speaker.give(answer, after: notices) } catch { throw Trouble.unheard(error) }
            guard let trouble = answer.trouble else { return (.done, answer) }
            // A program gets its warnings in one place: beside the answer, or beside the error.
            speaker.tell(trouble, after: speaker.json ? notices : [])
            return (trouble.code.exit, answer)
        } catch {
            let trouble = Trouble(error)
            let speaker = Speaker(language: language, json: scan.json, quiet: false, colour: scan.colour, isMenu: key != nil)
            speaker.tell(trouble, after: bulletin.unsaid())
            return (trouble.code.exit, nil)
        }
    }

    private static func answered(
        _ arguments: [String], _ scan: ArgumentScan, _ language: Language, _ bulletin: Bulletin, _ key: HeldKey?
    ) throws -> (Speaker, Answer) {
        if let fault = scan.faultOfHelp { throw fault }
        if scan.wantsHelp || scan.wantsVersion {
            return (
                Speaker(language: language, json: scan.json, quiet: false, colour: scan.colour),
                scan.wantsHelp ? help(scan, language) : versionAnswer
            )
        }
        let command = try parsed(arguments, scan)
        let global = command.global
        let speaker = Speaker(language: language, json: global.json, quiet: global.quiet, colour: global.color, isMenu: key != nil)
        let call = Call(
            settings: try Settings(global, environment: Environment.value), speaker: speaker, bulletin: bulletin, held: key)
        return (speaker, try command.answer(call))
    }

    /// The parser decides; when it refuses, the scan knows why. What it never refuses, since it is no matter of shape, is
    /// `--dry-run` with a command that changes nothing.
    static func parsed(_ arguments: [String], _ scan: ArgumentScan) throws(UsageFault) -> any Command {
        guard let command = try? Kluis.parseAsRoot(arguments) as? any Command, scan.fault == nil else {
            throw scan.fault ?? .shape
        }
        return command
    }

    private static func help(_ scan: ArgumentScan, _ language: Language) -> Answer {
        let page = scan.topic.map { Page($0.blocks(in: language)) } ?? HelpPage(path: scan.path, language: language).page
        return Answer(data: [JSON.Member("help", .string(page.printed(width: 80, colour: false)))], page: page)
    }

    private static var versionAnswer: Answer {
        var page = Page("kluis \(version)")
        page.add("libsodium \(SodiumVersion.text), SQLite \(SQLiteVersion.text)")
        let data = [("version", version), ("libsodium", SodiumVersion.text), ("sqlite", SQLiteVersion.text)]
        return Answer(data: data.map { JSON.Member($0, .string($1)) }, page: page)
    }
}
