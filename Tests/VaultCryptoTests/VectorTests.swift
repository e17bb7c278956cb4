import Testing
import VaultFormat

@testable import VaultCrypto

/// Everything against the second implementation.
struct VectorTests {
    private let file = Vectors.file

    @Test func openPart() throws {
        var sealer = PartSealer()
        for name in ["part", "part-empty"] {
            let vector = file[name]
            let opened = try sealer.open(vector["sealed"], under: Fixture.circleKey(), context: Fixture.context)
            #expect(opened.text == vector["text"])
            #expect(opened.salt.bytes == vector["salt"])
        }
    }

    @Test func innerProtectionOneIsForANewerVersion() {
        var sealer = PartSealer()
        let error = refusal {
            _ = try sealer.open(file["part-protected"]["sealed"], under: Fixture.circleKey(), context: Fixture.context)
        }
        #expect(error == .unknownProtection)
    }

    @Test func openPayloads() throws {
        var sealer = PartSealer()
        let log = file["payload"]
        #expect(try sealer.open(payload: log["sealed"], under: Fixture.logKey(), group: Fixture.group) == log["text"])
        #expect(try sealer.disclosedKey(of: log["sealed"], under: Fixture.logKey(), group: Fixture.group) == log["payload_key"])
        #expect(try Fixture.logKey().marksRead(log["sealed"], group: Fixture.group) == false)

        let read = file["read-payload"]
        let readKey = ReadKey(bytes: .of(read["read_key"]))
        let text = try sealer.open(payload: read["sealed"], under: readKey, group: Fixture.group)
        let disclosed = try sealer.disclosedKey(of: read["sealed"], under: readKey, group: Fixture.group)
        #expect(text == read["text"])
        #expect(disclosed == read["payload_key"])
        #expect(try Fixture.logKey().marksRead(read["sealed"], group: Fixture.group))
        let byDisclosure = try sealer.open(payload: read["sealed"], disclosed: disclosed, group: Fixture.group)
        #expect(byDisclosure == read["text"])
    }

    @Test func openNameAndManifest() throws {
        var sealer = PartSealer()
        let name = try sealer.open(name: file["name"]["sealed"], of: Fixture.member, under: Fixture.logKey(), group: Fixture.group)
        let manifest = try sealer.open(manifest: file["manifest"]["sealed"], under: Fixture.logKey(), group: Fixture.group)
        #expect(name == file["name"]["text"])
        #expect(manifest == file["manifest"]["text"])
    }

    @Test func openSealedKeys() throws {
        let group = Fixture.group
        let master = Fixture.masterKey()
        let link = try Fixture.logKey().openLink(file["link"]["sealed"], group: group, epoch: 5).bytes.shown()
        #expect(link == file["link"]["inner"])
        let circle = file["stored-circle"]
        let circleKey = try CircleKey.open(circle["sealed"], under: master, group: group, circle: Fixture.circle, generation: 5)
        #expect(circleKey.bytes.shown() == circle["inner"])
        let log = try LogKey.open(file["stored-log"]["sealed"], under: master, group: group, epoch: 5).bytes.shown()
        #expect(log == file["stored-log"]["inner"])
        let read = try ReadKey.open(file["stored-read"]["sealed"], under: master, group: group, epoch: 5).bytes.shown()
        #expect(read == file["stored-read"]["inner"])
        let decryption = file["stored-decryption"]
        let seed = try DecryptionKey.open(decryption["sealed"], under: master, group: group, number: 5).seed.shown()
        #expect(seed == decryption["inner"])
        let identity = file["identity"]
        let opened = try MasterKey.open(identity["sealed"], under: Fixture.unlockKey(), header: identity["header"])
        #expect(opened.bytes.shown() == identity["inner"])
    }

    @Test func derive() {
        let key = Fixture.circleKey()
        let commitment = key.commitment(group: Fixture.group, circle: Fixture.circle, generation: 3)
        #expect(commitment.bytes == file["circle-commitment"]["commitment"])
        let log = LogKey(key, group: Fixture.group, epoch: 5).bytes.shown()
        #expect(log == file["log-key"]["log_key"])
        let read = ReadKey(key, group: Fixture.group, epoch: 5).bytes.shown()
        #expect(read == file["log-key"]["read_key"])
        let text = file["text-commitment"]
        let ofText = Commitment.ofText(text["text"], salt: Salt(trusted: text["salt"]), context: Fixture.context)
        #expect(ofText.bytes == text["commitment"])
    }

    @Test func sign() throws {
        let vector = file["signing"]
        let key = SigningKey(Fixture.masterKey(), group: Fixture.group, member: Fixture.member, number: 1)
        let publicKey = key.publicKey
        #expect(publicKey.bytes == vector["public"])
        let name = KeyName(group: Fixture.group, member: Fixture.member, number: 1).text
        let note = SignedNote.signed(text: vector["text"], name: name, by: key)
        #expect(note.bytes == vector["note"])
        #expect(try SignedNote(parsing: vector["note"]).verifiedSole(with: publicKey, name: name).text == vector["text"])
    }

    @Test func unlock() throws {
        let vector = file["unlock"]
        let passphrase = try Fixture.passphrase(String(decoding: vector["passphrase"], as: UTF8.self))
        let key = try UnlockKey(passphrase, salt: KDFSalt(trusted: vector["salt"]), parameters: .interactive).bytes.shown()
        #expect(key == vector["unlock_key"])
    }

    @Test func words() throws {
        let head = TreeHead(size: 300, root: TreeHash(trusted: file["words-head"]["root"]))
        #expect(try WordCode.bits(for: .words(head: head)) == file["words-head"]["bits"])
        let request = Digest.sha256(file["words-request"]["request"])
        #expect(try WordCode.bits(for: .words(request: request)) == file["words-request"]["bits"])
        let paper = Digest.sha256(file["words-paper"]["paper"])
        #expect(try WordCode.bits(for: .words(paper: paper)) == file["words-paper"]["bits"])
    }

    @Test func unwrap() throws {
        let vector = file["wrap"]
        let key = try DecryptionKey(seed: .of(vector["seed"]))
        #expect(key.publicKey.bytes == vector["public"])
        let wrap = Delivery.Wrap(trusted: vector["wrap"])
        let opened = try key.unwrap(wrap, group: Fixture.group, circle: Fixture.circle, generation: 3, member: Fixture.member).bytes.shown()
        #expect(opened == vector["inner"])
    }

    /// The vector is one stream, authentic under both keys: XChaCha20-Poly1305 does not commit to a key. Behind the other key's
    /// commitment it gets as far as the inside (there it is noise, whose first byte is not a known protection); behind the commitment
    /// it has to carry for the first key, the other key is turned away before anything is decrypted.
    @Test func commitmentStopsAStreamWithTwoKeys() throws {
        let vector = file["two-keys"]
        let other = CircleKey(bytes: .of(vector["other"]))
        var sealer = PartSealer()
        let opened = try sealer.open(vector["sealed"], under: Fixture.circleKey(), context: Fixture.context)
        #expect(opened.text.count == 100)
        let behindItsOwn = refusal { _ = try sealer.open(vector["sealed_other"], under: other, context: Fixture.context) }
        #expect(behindItsOwn == .unknownProtection)
        let behindTheFirst = refusal { _ = try sealer.open(vector["sealed"], under: other, context: Fixture.context) }
        #expect(behindTheFirst == .commitment)
        let otherWay = refusal { _ = try sealer.open(vector["sealed_other"], under: Fixture.circleKey(), context: Fixture.context) }
        #expect(otherWay == .commitment)
    }
}
