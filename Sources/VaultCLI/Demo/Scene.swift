/// A piece of the story: a heading, and what happens under it, in order.
struct Scene {
    let name: SceneName
    let acts: [Act]

    /// How many commands are given in it.
    var commands: Int {
        acts.count { if case .command = $0 { true } else { false } }
    }
}

/// One thing that happens before the reader's eyes.
enum Act {
    /// The narrator says something.
    case tell(Narration)
    /// Somebody gives a command.
    case command(Typed)
    /// Somebody puts copies aside, without Kluis: of the vault, and of this person's home.
    case layCopyAside(with: Person)
    /// Every key in the home that was put aside is tried on the copy of the vault, and on the vault.
    case tryOldKeys(of: Person)
    /// A thief searches a copy of the vault for what was written.
    case searchCopy
    /// A thief looks what the copy shows besides.
    case readTraces
    /// Somebody changes one byte of a case's sealed text, or puts it back, which is the same change once more.
    case flipByte
    /// The copy that was put aside comes in the place of the vault.
    case putOldCopy
    /// The vault comes back in its place.
    case putVaultBack
    /// Somebody's home is gone, with the computer it was on.
    case loseLaptop(of: Person)
    /// The vault is gone.
    case loseVault

    /// A command with what has to come of it.
    static func type(
        _ person: Person, _ words: Word..., from file: DemoText? = nil, ends: ExitStatus = .done, saying pieces: Piece...
    ) -> Act {
        .command(Typed(person: person, words: words, file: file, ends: ends, pieces: pieces, isShown: true))
    }

    /// The same, without the reader seeing it.
    static func meanwhile(_ person: Person, _ words: Word..., from file: DemoText? = nil, saying pieces: Piece...) -> Act {
        .command(Typed(person: person, words: words, file: file, ends: .done, pieces: pieces, isShown: false))
    }
}
