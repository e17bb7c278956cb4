import Testing
import VaultFormat
import VaultStore
import VaultSystem
import VaultTestkit

@testable import VaultCore
@testable import VaultCrypto

/// The vault of Appendix B as files, beside a home made from sections 20 and 22: the program opens it with the passphrase.
struct WholeVaultTests {
    @Test func theProgramOpensTheVaultOfTheDocument() throws {
        let test = try TestVault()
        test.time = Instant(seconds: test.time.seconds + 86_400)
        let log = try ExampleLog.document()
        try makeVault(at: test.path, log)
        try makeHome(at: test.home, vault: test.path, log)

        let passphrase = try FormatDocument.shared.example("identity").text("passphrase")
        let session = try Session.open(
            vault: test.path, passphrase: try TestVault.passphrase(passphrase), in: test.surroundings, readOnly: false)
        #expect(session.groupName == "Intervisie Oost")
        #expect(try session.logHead().head == log.head)
        #expect(try session.logHead().checkpoint == FormatDocument.shared.example("checkpoint").text("checkpoint"))
        #expect(try session.check(deep: true) { _, _ in }.findings == [])
        let texts = try FormatDocument.shared.example("texts")
        let shown = try session.show(case: 1)
        #expect(try shown.text == CaseText(title: texts.text("title-2"), pitch: nil, body: texts.text("body-2")))
        #expect(try shown.notes.map(\.text) == [texts.text("note-2")])
        #expect(shown.author == "Anna")
        #expect(try session.verifyLog().findings == [])
    }

    /// Entry by entry as a program would have written it, so that parts go when they are replaced.
    private func makeVault(at path: String, _ log: ExampleLog) throws {
        let blobs = try FormatDocument.shared.example("blobs")
        func blob(_ name: String) throws -> Blob {
            let bytes = try blobs.bytes(name)
            return Blob(hash: BlobHash.of(bytes), bytes: bytes)
        }
        let founding = try ["payload-0", "group-name", "person-name", "delivery-log", "delivery-group", "delivery-private"].map(blob)
        try VaultFile.create(at: path, firstEntry: log.entries[0], blobs: founding, shared: false)
        let vault = try VaultFile.open(path, access: .readWrite)
        let coming = [1: ["summary-1", "body-1"], 2: ["note-1"], 4: ["summary-2", "body-2"], 5: ["note-2"]]
        let going = [4: ["summary-1", "body-1"], 5: ["note-1"]]
        for index in 1..<log.entries.count {
            try vault.append(
                log.entries[index], extending: Extends(size: index, lastEntry: log.entries[index - 1]),
                adding: try (["payload-\(index)"] + (coming[index] ?? [])).map(blob),
                removing: try (going[index] ?? []).map { try blob($0).hash })
        }
    }

    private func makeHome(at path: String, vault: String, _ log: ExampleLog) throws {
        let (world, document) = (log.world, FormatDocument.shared)
        try Files.makePrivateDirectory(path)
        try Files.makePrivateDirectory(path + "/groups")
        try Files.createNew(path + "/identity", try document.example("identity").utf8("file"))
        let file = "\(path)/groups/\(world.group.hex).home"
        try HomeFile.create(at: file)
        let home = try HomeFile.open(file)
        let master = try world.masterKey()
        let stored = try document.example("stored-keys")
        let groupKey = try world.circleKey("group").sealed(under: master, group: world.group, circle: world.groupCircle, generation: 1)
        try home.storeKeys([
            StoredKey(name: .circle(world.privateCircle, generation: 1), sealed: try stored.bytes("circle")),
            StoredKey(name: .circle(world.groupCircle, generation: 1), sealed: groupKey),
            StoredKey(name: .log(epoch: 1), sealed: try stored.bytes("log")),
            StoredKey(name: .read(epoch: 1), sealed: try stored.bytes("read")),
            StoredKey(name: .decryption(number: 1), sealed: try stored.bytes("decryption")),
        ])
        var change = HomeChange(size: 0)
        change.facts = [
            FactName("vault"): Array(vault.utf8), FactName("me"): world.member.bytes, FactName("genesis"): log.entries[0],
            FactName("words"): Array("horloge kievit beseffen tweeling decibel walrus".utf8),
        ]
        try home.pin(change)
    }
}
