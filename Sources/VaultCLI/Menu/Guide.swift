import VaultCore
import VaultCrypto
import VaultFormat
import VaultSystem

/// Leads somebody who never used Kluis from nothing to the first sealed case, or to the first case read. Where somebody is, is found from
/// what is on the disk: whoever begins again goes on where they stopped.
struct Guide {
    let dialogue: Dialogue
    /// The vault that was named; nil where the person is asked.
    let named: String?
    /// What a new identity costs to guess; nil for the usual.
    var cost: KDFChoice?

    /// All of it. Ends where the person goes back, or where there is nothing left to show.
    func run() throws {
        if try !Identity.exists(in: dialogue.surroundings) {
            guard try makeKey() else { return }
        } else {
            guard try dialogue.unlock(saying: .welcome) else { return }
        }
        guard let vault = try findGroup() else { return }
        try takeFirstSteps(in: vault)
        try dialogue.say(GuideWording.menu)
    }

    /// What Kluis is, a name, a passphrase, a sheet of paper. False where the person goes back.
    func makeKey() throws -> Bool {
        try dialogue.say(GuideWording.hello, GuideWording.whatItIs, GuideWording.whatItIsNot, GuideWording.howToAnswer)
        while true {
            switch try dialogue.choose(GuideWording.beginHow, from: KeyChoice.allCases, leaving: MenuWording.stop, isFirst: true) {
            case .new: if try makeNewKey() { return true }
            case .paper: if try restoreKey() { return true }
            case nil: return false
            }
        }
    }

    private func makeNewKey() throws -> Bool {
        guard let name = try yourName() else { return false }
        try dialogue.say(GuideWording.whatAPassphraseIs, GuideWording.ifForgotten)
        switch try dialogue.choose(GuideWording.passphraseHow, from: PassphraseChoice.allCases) {
        case .own: break
        case .drawn: try dialogue.say(GuideWording.drawn(Self.drawnWords()), GuideWording.howGoodDrawn, GuideWording.writeDown)
        case nil: return false
        }
        let options: [Dialogue.Option] = [.init(.name, name)] + (cost.map { [.init(.kdf, $0.rawValue)] } ?? [])
        try dialogue.say(GuideWording.nothingShown)
        while try dialogue.perform(.identityCreate, [], options) == nil {
            guard try dialogue.choose(GuideWording.notYet, from: Again.allCases) != nil else { return false }
        }
        try dialogue.say(GuideWording.aboutPaper)
        if try dialogue.choose(GuideWording.paperNow, from: NowChoice.allCases, leaving: GuideWording.later) == .now {
            while try dialogue.perform(.identityPaper) == nil {
                guard try dialogue.choose(GuideWording.notYet, from: Again.allCases, leaving: GuideWording.later) != nil else {
                    return true
                }
            }
            try dialogue.waitForEnter()
        }
        return true
    }

    private func restoreKey() throws -> Bool {
        guard let name = try yourName() else { return false }
        let options: [Dialogue.Option] = [.init(.name, name)] + (cost.map { [.init(.kdf, $0.rawValue)] } ?? [])
        while try dialogue.perform(.identityRestore, [], options) == nil {
            guard try dialogue.choose(GuideWording.notYet, from: Again.allCases) != nil else { return false }
        }
        return true
    }

    private func yourName() throws -> String? {
        while let name = try dialogue.ask(GuideWording.yourName) {
            do { return try Identity.checkName(name) } catch let fault as Fault { dialogue.speaker.tell(.fault(fault)) }
        }
        return nil
    }

    /// As good as what is said of them: each is drawn from all words of the list, and eleven bits say which.
    static func drawnWords() -> [String] {
        (0..<GuideWording.drawnCount).map { _ in
            let bytes = SecureRandom.bytes(2)
            return WordList.words[(Int(bytes[0]) << 8 | Int(bytes[1])) % WordList.words.count]
        }
    }

    /// The group to begin in: one this home is in, else one it waits for, else one to found or to join. Nil where the person goes back.
    func findGroup() throws -> String? {
        let place = named.flatMap { try? Files.absolutePath($0) }
        let isMeant: (String) -> Bool = { place == nil || $0 == place }
        if let group = try dialogue.groups().first(where: { isMeant($0.vault) }) { return group.vault }
        if let awaited = try Groups.awaited(in: dialogue.surroundings).first(where: { isMeant($0.vault) }) { return try wait(for: awaited) }
        return try foundOrJoin()
    }

    /// What there is for whoever is in a group: a first case to write or to read, and what comes next.
    func takeFirstSteps(in vault: String) throws {
        let standing = try dialogue.standing(vault)
        try dialogue.say(GuideWording.inGroup(standing.group, standing.role))
        let group = GroupMenu(dialogue: dialogue, vault: vault)
        if standing.role == .auditor {
            try dialogue.say(GuideWording.auditorBegins)
        } else if standing.unread > 0, standing.mine == 0 {
            try dialogue.say(GuideWording.readFirst(standing.unread))
            try group.readCases()
        } else if standing.mine == 0 {
            try dialogue.say(GuideWording.whatACaseIs, GuideWording.whoSeesDraft)
            var written = try group.perform(.caseAdd)
            while written == nil, try dialogue.choose(GuideWording.notYet, from: Again.allCases, leaving: GuideWording.later) != nil {
                written = try group.perform(.caseAdd)
            }
            if let number = written?.numbers("case").first {
                try dialogue.say(GuideWording.whatOthersSee)
                try dialogue.waitForEnter()
                if try group.share(number, leaving: GuideWording.later) { try dialogue.waitForEnter() }
            }
        }
        try dialogue.say(GuideWording.next)
        if standing.members == 1 { try dialogue.say(GuideWording.invite(vault: vault)) }
        if standing.role != .auditor { try dialogue.say(GuideWording.backup) }
    }
}

/// How somebody begins.
enum KeyChoice: Sentence, CaseIterable {
    case new
    case paper

    var dutch: String {
        switch self {
        case .new: "Ik ben nieuw: maak een sleutel voor mij"
        case .paper: "Ik heb mijn sleutel op papier en wil hem terug"
        }
    }

    var english: String {
        switch self {
        case .new: "I am new: make a key for me"
        case .paper: "I have my key on paper and want it back"
        }
    }
}

/// Where a passphrase comes from.
enum PassphraseChoice: Sentence, CaseIterable {
    case drawn
    case own

    var dutch: String {
        switch self {
        case .drawn: "Laat Kluis \(GuideWording.drawnCount) woorden voor mij loten"
        case .own: "Ik bedenk zelf een wachtzin"
        }
    }

    var english: String {
        switch self {
        case .drawn: "Let Kluis draw \(GuideWording.drawnCount) words for me"
        case .own: "I think of a passphrase myself"
        }
    }
}

/// Once more, after something went wrong.
enum Again: Sentence, CaseIterable {
    case again

    var dutch: String {
        switch self {
        case .again: "Het nog eens proberen"
        }
    }

    var english: String {
        switch self {
        case .again: "Try it once more"
        }
    }
}

/// Something that can be done at once or later.
enum NowChoice: Sentence, CaseIterable {
    case now

    var dutch: String {
        switch self {
        case .now: "Nu meteen"
        }
    }

    var english: String {
        switch self {
        case .now: "Right now"
        }
    }
}
