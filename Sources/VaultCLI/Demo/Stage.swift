import VaultCore
import VaultCrypto
import VaultFormat
import VaultSystem

/// Where the story plays: a directory with a home for each person, their texts, and one vault.
struct Stage {
    private let directory: String
    let narrator: Narrator
    private let program: String
    /// The name of the sealed text whose byte was changed.
    private var changed: BlobHash?
    /// What people said who asked to join.
    private var requests: [Person: SpokenRequest] = [:]

    /// `program` is the Kluis that gets the commands.
    init(directory: String, narrator: Narrator, program: String = ChildProgram.itself) throws {
        self.directory = directory
        self.narrator = narrator
        self.program = program
        for text in DemoText.allCases { try Files.createNew(path(text.fileName), Array(text.text.utf8)) }
    }

    private func path(_ name: String) -> String { directory + "/" + name }
    var vault: String { path("oost.kluis") }
    var oldCopy: String { path("oud.kluis") }
    private var vaultAside: String { path("nieuw.kluis") }
    private var backupName: String { "reservekopie.kluis" }
    private var backup: String { path(backupName) }
    func home(_ person: Person) -> String { path(person.rawValue) }
    func homeAside(_ person: Person) -> String { path("oud-" + person.rawValue) }

    /// Does it before the reader's eyes. Returns what went otherwise than told.
    mutating func perform(_ act: Act) throws -> Surprise? {
        switch act {
        case .tell(let narration): try narrator.tell(narration)
        case .command(let typed): return try run(typed)
        case .layCopyAside(let person): try layCopyAside(with: person)
        case .tryOldKeys(let person): return try tryOldKeys(of: person)
        case .searchCopy: return try search()
        case .readTraces: return try readTraces()
        case .flipByte: return try flipByte()
        case .putOldCopy:
            try copy(vault, to: vaultAside)
            try copy(oldCopy, to: vault)
        case .putVaultBack: try copy(vaultAside, to: vault)
        case .loseLaptop(let person): try Files.rename(home(person), to: path("gestolen-" + person.rawValue))
        case .loseVault: try Files.remove(vault)
        }
        return nil
    }

    private mutating func run(_ typed: Typed) throws -> Surprise? {
        var words: [String] = []
        for word in typed.words {
            guard let spelled = spelled(word) else { return .answer }
            words.append(spelled)
        }
        // Some of what it has to say depends on the vault as it is before the command.
        let pieces = try typed.pieces.compactMap(required)
        let program = ChildProgram(
            path: program,
            environment: ["KLUIS_HOME": home(typed.person), "KLUIS_VAULT": vault, "LC_ALL": narrator.language.locale])
        let run = try program.run(
            words + ["--passphrase-fd", String(ChildProgram.secretDescriptor)], input: typed.file.map { path($0.fileName) },
            secret: Array(typed.person.passphrase.utf8))
        let said = String(decoding: run.said, as: UTF8.self)
        guard case .exited(let number) = run.ending, number == typed.ends.rawValue else {
            try narrator.show(line(typed, words), answer: said)
            return .ending(typed.ends)
        }
        if typed.isShown {
            try narrator.show(line(typed, words), answer: said)
            if typed.ends != .done { try narrator.tell(.ended(typed.ends)) }
        }
        guard pieces.allSatisfy(said.contains) else { return .answer }
        return hear(typed, said)
    }

    /// As it would be typed in the directory itself.
    private func line(_ typed: Typed, _ words: [String]) -> String {
        typed.line(words.map { $0 == backup ? backupName : $0 })
    }

    /// The word as it is typed; nil for what nobody has said yet.
    private func spelled(_ word: Word) -> String? {
        switch word {
        case .text(let text): text
        case .name(let person): person.name
        case .request(let person): requests[person]?.number
        case .said(let person): requests[person]?.words
        case .backup: backup
        case .lastDay: Instant(seconds: Clock.now() + 30 * 86_400).day.text
        }
    }

    /// What a command has to say; nil for what is only heard, and kept.
    private func required(_ piece: Piece) throws -> String? {
        switch piece {
        case .words(let words): words
        case .refusal(let person):
            LogWording(name: person.name, event: .accessRefused, subject: nil, about: nil, outcome: .refused, isVoid: false)
                .text(in: narrator.language)
        case .request: nil
        case .entries: " \(try RawVault(vault).traces.entries) "
        case .missingEntries: " \(try RawVault(vaultAside).traces.entries - RawVault(oldCopy).traces.entries) "
        }
    }

    /// Keeps what will be typed later.
    private mutating func hear(_ typed: Typed, _ said: String) -> Surprise? {
        for case .request in typed.pieces {
            guard let request = SpokenRequest(in: said) else { return .answer }
            requests[typed.person] = request
        }
        return nil
    }

    /// The same search in the texts themselves shows that it can find something.
    private func search() throws -> Surprise? {
        let written = Wanted(wordsOf: DemoText.allCases.map(\.text))
        let names = Wanted(phrases: Story.titles + Person.allCases.map(\.name) + [Story.group])
        let texts = try DemoText.allCases.flatMap { try Files.read(path($0.fileName), limit: Limits.textPart) }
        let vault = try RawVault(vault).bytes
        let inTexts = written.found(in: texts)
        let inVault = written.found(in: vault) + names.found(in: vault)
        try narrator.list([
            .foundInTexts(inTexts, of: written.count), .foundInVault(inVault, of: written.count + names.count),
        ])
        return inVault == 0 && inTexts == written.count ? nil : .search
    }

    private func readTraces() throws -> Surprise? {
        let traces = try RawVault(vault).traces
        guard let first = traces.first, let last = traces.last else { return .search }
        try narrator.list([
            .entriesShow(traces.entries, first: first, last: last), .signersShow(traces.signers), .piecesShow(traces.sealed),
            .sizeShows(traces.bytes),
        ])
        return nil
    }

    private mutating func flipByte() throws -> Surprise? {
        var raw = try RawVault(vault)
        let length = try CaseText(parsing: Array(Story.theCase.text.utf8)).body.utf8.count
        guard let name = changed ?? raw.sealedText(ofLength: length), raw.flipByte(of: name) else { return .search }
        changed = changed == nil ? name : nil
        try Files.replace(vault, raw.bytes)
        return nil
    }
}
