import VaultCore
import VaultFormat
import VaultSystem

/// What is asked of the core without a command, because nothing of it is content and nothing is written.
extension Dialogue {
    /// Asks for the passphrase until it opens the key. False where none is given.
    func unlock() throws -> Bool {
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

    /// The same for a key that went shut on the way.
    func unlockAgain() throws -> Bool {
        key.lockIfIdle()
        if key.isOpen { return true }
        try say(MenuWording.unlockAgain)
        return try unlock()
    }

    /// The groups of this home.
    func groups() throws -> [GroupListing] { try Groups.list(in: surroundings) { try key.master(of: $0) } }

    /// How a group stands; what is new in it is said first, once. Throws ``Fault``.
    func standing(_ vault: String) throws -> GroupStanding { try look(vault) { try $0.standing() } }

    /// What I may do with a case. Throws ``Fault``.
    func standing(ofCase number: Int, _ vault: String) throws -> CaseStanding {
        try look(vault) { try $0.standing(ofCase: number) }
    }

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
