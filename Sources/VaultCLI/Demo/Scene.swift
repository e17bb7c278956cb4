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
    /// Somebody puts a copy of the vault aside, without Kluis.
    case layCopyAside
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

    /// A command with what has to come of it.
    static func type(
        _ person: Person, _ words: String..., from file: DemoText? = nil, ends: ExitStatus = .done, saying pieces: Piece...
    ) -> Act {
        .command(Typed(person: person, words: words, file: file, ends: ends, pieces: pieces))
    }
}

/// A command line and what has to come of it.
struct Typed {
    let person: Person
    let words: [String]
    /// What stands behind `<`.
    let file: DemoText?
    let ends: ExitStatus
    let pieces: [Piece]

    /// As a person would type it.
    var line: String {
        let words = (["kluis"] + words).map { $0.contains(" ") ? "\"\($0)\"" : $0 }
        return "$ " + words.joined(separator: " ") + (file.map { " < \($0.fileName)" } ?? "")
    }
}

/// Something that a command's answer has to contain, or it did not go as told.
enum Piece {
    /// These words, the same in every language.
    case words(String)
    /// The number of entries that a copy of the vault shows to anybody.
    case entries
    /// The number of entries that the old copy lacks.
    case missingEntries
}

/// Somebody in the story, with a home and a passphrase of their own.
enum Person: String {
    case anna

    /// The name in the group.
    var name: String {
        switch self {
        case .anna: "Anna Verbeek"
        }
    }

    /// What opens this person's key. Nothing in a story needs to be a secret.
    var passphrase: String { "een wachtzin voor het verhaal van \(rawValue)" }
}
