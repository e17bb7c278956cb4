import VaultCore
import VaultFormat
import VaultSystem

/// Into a group: by founding one, or by being accepted in one.
extension Guide {
    /// Asks which of the two, and does it. The vault's path; nil where the person goes back.
    func foundOrJoin() throws -> String? {
        while true {
            switch try dialogue.choose(GuideWording.groupHow, from: BeginChoice.allCases) {
            case .found: if let vault = try found() { return vault }
            case .join:
                switch try join() {
                case .entered(let vault): return vault
                case .later: return nil
                case .back: continue
                }
            case nil: return nil
            }
        }
    }

    private func found() throws -> String? {
        guard let name = try dialogue.ask(GuideWording.groupName) else { return nil }
        guard let sharing = try dialogue.choose(GuideWording.whoUsesTheFile, from: SharingChoice.allCases) else { return nil }
        let options: [Dialogue.Option] = [.init(.name, name)] + (sharing == .accounts ? [.init(.shared)] : [])
        if sharing == .accounts { try dialogue.say(GuideWording.accountsTogether) }
        try dialogue.say(GuideWording.whereToPut, GuideWording.notInACloud)
        while let path = try newVault() {
            if try dialogue.perform(.groupCreate, [], options, vault: path) != nil {
                try dialogue.say(GuideWording.whatTheWordsAreFor)
                try dialogue.waitForEnter()
                return path
            }
        }
        return nil
    }

    private func newVault() throws -> String? {
        let proposal = named ?? FilePlace.proposedVault(Environment.value)
        let typed = try dialogue.line(GuideWording.whereVault(proposal: proposal))
        if typed == "0" { return nil }
        let path = typed.map { FilePlace.expanded($0, Environment.value) } ?? proposal
        let file = FilePlace.file("intervisie.kluis", at: path)
        if file != path { try dialogue.say(GuideWording.inFolder(file)) }
        return file
    }

    /// How it went with somebody who asks to become part of a group.
    private enum Joining {
        /// The vault's path.
        case entered(String)
        /// They asked, and come back later.
        case later
        /// They did not ask.
        case back
    }

    private func join() throws -> Joining {
        try dialogue.say(GuideWording.whatJoiningIs)
        while let path = try vaultToJoin() {
            // A vault of a group that one is in, in another place than before.
            if (try? dialogue.standing(path)) != nil {
                try dialogue.say(GuideWording.inAlready)
                return .entered(path)
            }
            if let asked = try dialogue.perform(.join, vault: path)?.numbers("request").first {
                try dialogue.say(GuideWording.callSomebody)
                try dialogue.waitForEnter()
                return try wait(for: GroupAwaited(vault: path, request: asked)).map(Joining.entered) ?? .later
            }
        }
        return .back
    }

    private func vaultToJoin() throws -> String? {
        guard let named else { return try dialogue.path(GuideWording.whichVault) }
        let typed = try dialogue.line(GuideWording.thisVault(named))
        if typed == "0" { return nil }
        return typed.map { FilePlace.expanded($0, Environment.value) } ?? named
    }

    /// Until somebody has accepted the request, or the person goes away to come back later. The vault's path once it opens.
    func wait(for awaited: GroupAwaited) throws -> String? {
        var request = awaited.request
        // Whoever comes back later may have been accepted meanwhile.
        if (try? dialogue.standing(awaited.vault)) != nil {
            try dialogue.say(GuideWording.accepted)
            return awaited.vault
        }
        while true {
            switch try dialogue.choose(GuideWording.waiting(request: request), from: WaitingChoice.allCases, leaving: GuideWording.later) {
            case .look:
                do {
                    _ = try dialogue.standing(awaited.vault)
                    try dialogue.say(GuideWording.accepted)
                    return awaited.vault
                } catch Fault.notAcceptedYet {
                    try dialogue.say(GuideWording.notAcceptedYet)
                } catch let fault as Fault { dialogue.speaker.tell(.fault(fault)) }
            case .ask:
                if let asked = try dialogue.perform(.join, vault: awaited.vault)?.numbers("request").first { request = asked }
                try dialogue.waitForEnter()
            case nil:
                try dialogue.say(GuideWording.comeBack)
                return nil
            }
        }
    }
}

/// How one gets into a group.
enum BeginChoice: Sentence, CaseIterable {
    case found
    case join

    var dutch: String {
        switch self {
        case .found: "Ik begin een nieuwe groep"
        case .join: "Mijn groep heeft al een kluis, en ik wil erbij"
        }
    }

    var english: String {
        switch self {
        case .found: "I begin a new group"
        case .join: "My group has a vault already, and I want to be part of it"
        }
    }
}

/// Who can get at the vault's file.
enum SharingChoice: Sentence, CaseIterable {
    case oneAccount
    case accounts

    var dutch: String {
        switch self {
        case .oneAccount: "Steeds hetzelfde account: één computer, of een stick die rondgaat"
        case .accounts: "Meer accounts: ieder logt in op deze computer of netwerkschijf met een eigen naam"
        }
    }

    var english: String {
        switch self {
        case .oneAccount: "Always the same account: one computer, or a stick that goes round"
        case .accounts: "Several accounts: everybody logs in to this computer or network drive with a name of their own"
        }
    }
}

/// What there is to do while one waits.
enum WaitingChoice: Sentence, CaseIterable {
    case look
    case ask

    var dutch: String {
        switch self {
        case .look: "Kijken of ik ben toegelaten"
        case .ask: "Opnieuw vragen, met nieuwe woorden"
        }
    }

    var english: String {
        switch self {
        case .look: "Look whether I have been accepted"
        case .ask: "Ask again, with new words"
        }
    }
}
