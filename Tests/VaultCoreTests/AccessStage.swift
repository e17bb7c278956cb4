import Foundation
import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore
import VaultTestkit

@testable import VaultCore

/// The story's people with their homes, beside one vault. It can be kept as it is and go back to that as often as one likes.
final class AccessStage {
    typealias Person = AccessModel.Person

    let test: TestVault
    let group: GroupID
    private(set) var model: AccessModel
    /// As it was when it was kept: at the beginning, and after each step of the way from there.
    private var kept: [(model: AccessModel, time: Instant)] = []

    /// Anna, Bram, Chris and Dewi with five cases between them, and a draft of Dewi's; the others have an identity and nothing else.
    init() throws {
        let test = try TestVault()
        self.test = test
        group = try test.foundGroup().group
        for person in Person.allCases where person != .anna {
            try Identity.create(
                name: person.name, cost: .interactive, passphrase: try TestVault.passphrase(), in: test.surroundings(of: person.home))
        }
        model = AccessModel()
        try tellBeginning()
        try keep()
    }

    private func tellBeginning() throws {
        for person in [Person.bram, .chris, .dewi] {
            try admit(person, by: .anna)
            precondition(model.join(person, by: .anna, all: true))
        }
        func add(_ person: Person) throws {
            precondition(model.add(by: person))
            _ = try open(person).addCase(try Self.text(model.cases.count, 1), share: false, dryRun: false)
        }
        func share(_ number: Int, _ person: Person, pitchOnly: Bool = false, without: Person? = nil) throws {
            precondition(model.share(number, by: person, pitchOnly: pitchOnly, without: Set([without].compactMap { $0 })))
            let references = [without].compactMap { $0.map { MemberReference.name($0.name) } }
            _ = try open(person).share(case: number, pitchOnly: pitchOnly, without: references, dryRun: false)
        }
        func note(_ number: Int, _ person: Person) throws {
            precondition(model.note(number, by: person))
            _ = try open(person).addNote(Self.note(model.cases[number]?.notes.count ?? 0, number), toCase: number, dryRun: false)
        }
        /// The model knows of none: they stand where the text stands.
        func attach(_ number: Int, _ person: Person) throws {
            try TestVault.write(Array(Self.note(0, number).utf8), to: test.file(Self.attachment))
            _ = try open(person).attach(AttachmentSource(path: test.file(Self.attachment)), toCase: number, dryRun: false)
        }
        for person in [Person.anna, .bram, .chris, .anna, .dewi, .dewi] { try add(person) }
        try share(1, .anna)
        try note(1, .bram)
        try attach(1, .bram)
        try attach(2, .bram)
        try share(2, .bram, without: .chris)
        try note(2, .dewi)
        try share(3, .chris, pitchOnly: true)
        try note(3, .chris)
        precondition(model.close(3, by: .chris))
        _ = try open(.chris).close(case: 3, dryRun: false)
        try note(4, .anna)
        try share(5, .dewi, without: .anna)
    }

    /// What is now is what ``restore(to:)`` goes back to: to 0 is the beginning, to 1 what was kept next.
    func keep() throws {
        let folder = Self.keptFolder(kept.count)
        kept.append((model, test.time))
        try copy(from: test.folder, to: test.file(folder))
    }

    /// Back to the beginning, or to a step after it; later steps are kept no more.
    func restore(to step: Int = 0) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: test.folder)
        where !(0...step).map(Self.keptFolder).contains(name) {
            try FileManager.default.removeItem(atPath: test.file(name))
        }
        kept.removeSubrange((step + 1)...)
        try copy(from: test.file(Self.keptFolder(step)), to: test.folder)
        (model, test.time) = kept[step]
    }

    private static func keptFolder(_ step: Int) -> String { "kept-\(step)" }

    private func copy(from: String, to: String) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: from).filter { !$0.hasPrefix("kept-") }
        try FileManager.default.createDirectory(atPath: to, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for name in names { try FileManager.default.copyItem(atPath: from + "/" + name, toPath: to + "/" + name) }
    }

    /// Both the program and the model do it. Nil where they agree, else what the program said.
    func perform(_ operation: AccessOperation) throws -> String? {
        let before = model
        let expected = operation.apply(to: &model)
        do {
            try operation.run(on: self, before)
            return expected ? nil : "not refused"
        } catch let fault as Fault {
            return expected ? "refused: \(fault)" : nil
        }
    }

    /// Goes on from the model as it is after everybody has looked.
    func settled(_ model: AccessModel) { self.model = model }

    // MARK: People

    func master(_ person: Person) throws -> MasterKey {
        try test.master(of: try IdentityFile.read(in: HomeDirectory(path: test.surroundings(of: person.home).home)))
    }

    /// Whether that person has ever opened the vault as a member.
    func hasEntered(_ person: Person) throws -> Bool {
        try HomeFile.open(membership(person), access: .readOnly).fact(Membership.Fact.edge.name) != nil
    }

    /// A command of that person, in their home or in a copy of it.
    func open(_ person: Person, home: String? = nil, readOnly: Bool = false) throws -> Session {
        let surroundings = home.map { test.surroundings(home: $0) } ?? test.surroundings(of: person.home)
        return try Session.open(vault: test.path, in: surroundings, readOnly: readOnly, unlocking: test.master(of:))
    }

    /// Asks, says the words, and is accepted or not. `until` counts days from today.
    func admit(
        _ person: Person, by acceptor: Person, role: Role = .member, until: Int? = nil, history: History = .all, from: Day? = nil,
        replaces: MemberReference? = nil
    ) throws {
        let asked = try test.ask(person.home)
        guard let words = asked.words else { throw TestFailure() }
        let last = until.map { Instant(seconds: test.time.seconds + Int64($0) * 86_400).day }
        let newcomer = Newcomer(
            request: asked.request, name: person.name, role: role, until: last, history: history, from: from,
            replaces: replaces)
        _ = try open(acceptor).accept(newcomer, words: words, dryRun: false)
    }

    var day: Day { test.time.day }

    func passDay() { test.time = Instant(seconds: test.time.seconds + 86_400) }

    /// The file in which that person keeps the group.
    func membership(_ person: Person) -> String { test.membership(of: group, home: test.surroundings(of: person.home).home) }

    // MARK: Words

    static func text(_ number: Int, _ version: Int) throws -> CaseText {
        try CaseText(title: "Casus \(number)", pitch: "Vraag \(version)", body: "Wat er in casus \(number) staat, versie \(version).")
    }

    static func note(_ note: Int, _ number: Int) -> String { "Notitie \(note) bij casus \(number)." }

    /// The one attachment of each of these cases.
    static let attachment = "brief.txt"
    static let withAttachment = [1, 2]
}

extension AccessModel.Person {
    /// As the group sees it.
    var name: String { slot.rawValue.prefix(1).uppercased() + slot.rawValue.dropFirst() }
    /// Which home is theirs.
    var home: String { self == .dewiAnew ? "Dewi-anew" : name }
}
