import ArgumentParser
import VaultCore
import VaultFormat
import VaultSystem

/// `kluis` without a command, at a terminal: how the group stands, and what one can do, with a number before it. Each choice is a command,
/// carried out as if it had been typed; there is no other way to do anything.
struct Menu {
    private let dialogue: Dialogue
    /// The vault that was named; nil where the home is asked.
    private let named: String?

    /// Nil where this is not what was asked for: another command line, no terminal, or an option that has no meaning in a menu.
    init?(_ arguments: [String], _ scan: ArgumentScan) {
        guard scan.fault == .missingCommand(under: []), !scan.wantsHelp, !scan.wantsVersion,
            let options = (try? Kluis.parseAsRoot(arguments) as? Kluis)?.global,
            !(options.json || options.noInput || options.yes || options.dryRun || options.quiet), options.passphraseDescriptor == nil,
            Dialogue.isPossible, let settings = try? Settings(options, environment: Environment.value)
        else { return nil }
        let speaker = Speaker(
            language: scan.language ?? .ofLocale(Environment.value), json: false, quiet: false, colour: options.color)
        dialogue = Dialogue(speaker: speaker, home: settings.home)
        named = settings.vault
    }

    /// From the first line to the last. Says everything there is to say.
    func run() -> ExitStatus {
        do {
            do { try begin() } catch Dialogue.Left.byChoice {}
            try sayGoodbye()
            return .done
        } catch {
            let trouble = Trouble(error)
            if trouble == .interrupted(.nothingTyped), (try? sayGoodbye()) != nil { return .interrupted }
            dialogue.speaker.tell(trouble)
            return trouble.code.exit
        }
    }

    private func sayGoodbye() throws {
        dialogue.key.lock()
        let hasKey = (try? Identity.exists(in: dialogue.surroundings)) ?? false
        try dialogue.say(dialogue.agentIsOpen ? MenuWording.goodbyeAgent : hasKey ? .goodbye : .goodbyeNewcomer)
    }

    private func begin() throws {
        let guide = Guide(dialogue: dialogue, named: named)
        let isNew = try !Identity.exists(in: dialogue.surroundings)
        guard try isNew ? guide.makeKey() : dialogue.unlock(saying: .welcome) else { return }
        try dialogue.say(dialogue.key.isOpen ? MenuWording.keyIsOpen : .agentIsOpen)
        var vault: String?
        if isNew {
            vault = try guide.findGroup()
            // Whoever is new is led on, to the first case; after that the menu is there.
            if let vault {
                try guide.takeFirstSteps(in: vault)
                try dialogue.waitForEnter()
            }
        } else {
            vault = try named ?? group(guide, asking: false)
        }
        while let place = vault {
            var menu = GroupMenu(dialogue: dialogue, vault: place)
            guard try menu.run() == .elsewhere else { return }
            vault = try group(guide, asking: true) ?? menu.vault
        }
    }

    /// The vault of the group that is meant: the only one, or the one that is chosen. Where there is none, one begins.
    private func group(_ guide: Guide, asking: Bool) throws -> String? {
        let leaving: MenuWording = asking ? .back : .stop
        var asking = asking
        while true {
            let groups = try dialogue.groups()
            let awaited = try Groups.awaited(in: dialogue.surroundings)
            if !asking, groups.count == 1, awaited.isEmpty { return groups[0].vault }
            if !asking, groups.isEmpty { return try guide.findGroup() }
            asking = true
            let choices = groups.map(GroupChoice.known) + awaited.map(GroupChoice.awaited) + [.another]
            switch try dialogue.choose(MenuWording.whichGroup, from: choices, leaving: leaving) {
            case .known(let group): return group.vault
            case .awaited(let awaited): if let vault = try guide.wait(for: awaited) { return vault }
            case .another: if let vault = try guide.foundOrJoin() { return vault }
            case nil: return nil
            }
        }
    }
}

/// A group to go to.
enum GroupChoice: Sentence {
    /// One that this home is in.
    case known(GroupListing)
    /// One that has not answered yet.
    case awaited(GroupAwaited)
    /// One to come.
    case another

    var dutch: String {
        switch self {
        case .known(let group): "\(group.name), in \(group.vault)"
        case .awaited(let group): "De groep van \(group.vault), die jou nog moet toelaten"
        case .another: "Een groep beginnen, of bij een groep gaan horen"
        }
    }

    var english: String {
        switch self {
        case .known(let group): "\(group.name), in \(group.vault)"
        case .awaited(let group): "The group of \(group.vault), which has yet to accept you"
        case .another: "Begin a group, or become part of one"
        }
    }
}
