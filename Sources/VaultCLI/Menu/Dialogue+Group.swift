import VaultCore
import VaultFormat
import VaultSystem

/// What is asked of the core without a command, because nothing of it is content and nothing is written.
extension Dialogue {
    /// Asks for the passphrase until it opens the key; says and asks nothing where the key is open, or the agent has it. False where none
    /// is given.
    func unlock(saying: MenuWording) throws -> Bool {
        key.lockIfIdle()
        if key.isOpen || agentIsOpen { return true }
        try say(saying)
        while true {
            do {
                try Identity.open(in: surroundings) { try key.master(of: $0) }
                return true
            } catch Fault.text(.passphrase, .empty) {
                return false
            } catch Fault.wrongPassphrase {
                speaker.tell(.fault(.wrongPassphrase))
                try say(MenuWording.enterToStop)
            }
        }
    }

    /// Whether `kluis unlock` keeps the key open.
    var agentIsOpen: Bool {
        if case .open = UnlockAgent.state(in: surroundings) { true } else { false }
    }

    /// Locks the key that is held, and the agent's, and says so.
    func lock() throws {
        key.lock()
        if agentIsOpen { _ = try perform(.lock) } else { try say(MenuWording.lockedNow) }
    }

    /// The groups of this home.
    func groups() throws -> [GroupListing] { try Groups.list(in: surroundings) { try key.master(of: $0) } }

    /// How a group stands; what is new in it is said first, once. Throws ``Fault``.
    func standing(_ vault: String) throws -> GroupStanding { try look(vault) { try $0.standing() } }

    /// What I may do with a case. Throws ``Fault``.
    func standing(ofCase number: Int, _ vault: String) throws -> CaseStanding {
        try look(vault) { try $0.standing(ofCase: number) }
    }

    /// Whether somebody new can have that name. Throws ``Fault``.
    func requireFree(name: String, _ vault: String) throws { try look(vault) { try $0.requireFree(name: name) } }

    /// The vault is let go of when this returns.
    private func look<Seen>(_ vault: String, _ see: (Session) throws -> Seen) throws -> Seen {
        let bulletin = Bulletin()
        let call = Call(settings: Settings(vault: vault, home: home), speaker: speaker, bulletin: bulletin, held: key)
        let seen = try see(try call.open(readOnly: true))
        speaker.say(bulletin.unsaid())
        return seen
    }

    /// What Kluis is, and what happens to what one writes.
    func explain() throws {
        var page = Page()
        page.space()
        page.add(MenuWording.explanationHeading.text(in: language), .strong)
        for paragraph in GuideWording.explanation {
            page.space()
            page.add(paragraph.text(in: language))
        }
        try show(page)
    }
}
