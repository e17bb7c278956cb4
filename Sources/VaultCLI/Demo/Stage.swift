import VaultCore
import VaultFormat
import VaultSystem

/// Where the story plays: a directory with a home for each person, their texts, and one vault.
struct Stage {
    private let directory: String
    private let narrator: Narrator
    private let program: String
    /// The name of the sealed text whose byte was changed.
    private var changed: BlobHash?

    /// `program` is the Kluis that gets the commands.
    init(directory: String, narrator: Narrator, program: String = ChildProgram.itself) throws {
        self.directory = directory
        self.narrator = narrator
        self.program = program
        for text in DemoText.allCases { try Files.createNew(path(text.fileName), Array(text.text.utf8)) }
    }

    private func path(_ name: String) -> String { directory + "/" + name }
    private var vault: String { path("oost.kluis") }
    private var oldCopy: String { path("oud.kluis") }
    private var vaultAside: String { path("nieuw.kluis") }

    /// Does it before the reader's eyes. Returns what went otherwise than told.
    mutating func perform(_ act: Act) throws -> Surprise? {
        switch act {
        case .tell(let narration): try narrator.tell(narration)
        case .command(let typed): return try run(typed)
        case .layCopyAside: try copy(vault, to: oldCopy)
        case .searchCopy: return try search()
        case .readTraces: return try readTraces()
        case .flipByte: return try flipByte()
        case .putOldCopy:
            try copy(vault, to: vaultAside)
            try copy(oldCopy, to: vault)
        case .putVaultBack: try copy(vaultAside, to: vault)
        }
        return nil
    }

    private func run(_ typed: Typed) throws -> Surprise? {
        let pieces = try typed.pieces.map(words)
        let program = ChildProgram(
            path: program,
            environment: [
                "KLUIS_HOME": path(typed.person.rawValue), "KLUIS_VAULT": vault, "LC_ALL": narrator.language.locale,
            ])
        let run = try program.run(
            typed.words + ["--passphrase-fd", String(ChildProgram.secretDescriptor)], input: typed.file.map { path($0.fileName) },
            secret: Array(typed.person.passphrase.utf8))
        let said = String(decoding: run.said, as: UTF8.self)
        try narrator.show(typed.line, answer: said)
        guard case .exited(let number) = run.ending, number == typed.ends.rawValue else { return .ending(typed.ends) }
        if typed.ends != .done { try narrator.tell(.ended(typed.ends)) }
        return pieces.allSatisfy(said.contains) ? nil : .answer
    }

    /// What a command has to say, as far as it depends on the vault as it is before the command.
    private func words(_ piece: Piece) throws -> String {
        switch piece {
        case .words(let words): words
        case .entries: " \(try RawVault(vault).traces.entries) "
        case .missingEntries: " \(try RawVault(vaultAside).traces.entries - RawVault(oldCopy).traces.entries) "
        }
    }

    /// The same search in the texts themselves shows that it can find something.
    private func search() throws -> Surprise? {
        let written = Wanted(wordsOf: DemoText.allCases.map(\.text))
        let names = Wanted(phrases: [Story.theCase.firstLine, Person.anna.name, Story.group])
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

    private func copy(_ from: String, to path: String) throws {
        try Files.replace(path, RawVault(from).bytes)
    }
}
