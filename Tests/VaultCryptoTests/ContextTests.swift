import Testing
import VaultFormat

@testable import VaultCrypto

/// What is sealed in one place does not open in another: each field of each context, changed alone.
struct ContextTests {
    private let file = Vectors.file

    @Test func part() {
        let right = Fixture.context
        func with(
            group: GroupID = right.group, circle: CircleID = right.circle, generation: Int = right.generation,
            item: ItemID = right.item, part: Part = right.part, version: Int = right.version
        ) -> PartContext {
            PartContext(group: group, circle: circle, generation: generation, item: item, part: part, version: version)
        }
        var sealer = PartSealer()
        for wrong in [
            with(group: .random()), with(circle: .random()), with(generation: 4), with(item: .random()),
            with(part: .summary), with(version: 3), with(generation: 2, version: 3),
        ] {
            let error = refusal { _ = try sealer.open(file["part"]["sealed"], under: Fixture.circleKey(), context: wrong) }
            #expect(error == .commitment)
        }
        let otherKey = refusal { _ = try sealer.open(file["part"]["sealed"], under: .random(), context: right) }
        #expect(otherKey == .commitment)
    }

    @Test func payload() throws {
        var sealer = PartSealer()
        let sealed = file["payload"]["sealed"]
        let group = refusal { _ = try sealer.open(payload: sealed, under: Fixture.logKey(), group: .random()) }
        #expect(group == .commitment)
        let key = refusal { _ = try sealer.open(payload: sealed, under: ReadKey(bytes: .random(count: 32)), group: Fixture.group) }
        #expect(key == .commitment)
        let disclosed = file["payload"]["payload_key"]
        let byDisclosure = refusal { _ = try sealer.open(payload: sealed, disclosed: disclosed, group: .random()) }
        #expect(byDisclosure == .commitment)
        let ofAnother = refusal { _ = try sealer.open(payload: file["read-payload"]["sealed"], disclosed: disclosed, group: Fixture.group) }
        #expect(ofAnother == .commitment)
    }

    @Test func epochsHaveTheirOwnKeys() {
        var sealer = PartSealer()
        let group = Fixture.group
        let key = Fixture.circleKey()
        let sealed = sealer.seal(payload: [1], under: LogKey(key, group: group, epoch: 1), group: group)
        let epoch = refusal { _ = try sealer.open(payload: sealed, under: LogKey(key, group: group, epoch: 2), group: group) }
        #expect(epoch == .commitment)
        let asRead = refusal { _ = try sealer.open(payload: sealed, under: ReadKey(key, group: group, epoch: 1), group: group) }
        #expect(asRead == .commitment)
    }

    @Test func readsAreMarkedForWhoHasTheEpochsLogKey() throws {
        var sealer = PartSealer()
        let group = Fixture.group
        let log = Fixture.logKey()
        let read = ReadKey(Fixture.circleKey(), group: group, epoch: 1)
        let seal = sealer.seal(payload: [1], under: read, markedWith: log, group: group)
        #expect(try sealer.open(payload: seal, under: read, group: group) == [1])
        #expect(try log.marksRead(seal, group: group))
        #expect(try log.marksRead(seal, group: .random()) == false)
        #expect(try LogKey(bytes: .random(count: 32)).marksRead(seal, group: group) == false)
        let plain = sealer.seal(payload: [1], under: log, group: group)
        #expect(try log.marksRead(plain, group: group) == false)
        let short = refusal { _ = try log.marksRead(Array(seal.prefix(60)), group: group) }
        #expect(short == .layout)
    }

    @Test func nameManifestAndLink() {
        var sealer = PartSealer()
        let (group, member) = (Fixture.group, Fixture.member)
        let errors = [
            refusal { _ = try sealer.open(name: file["name"]["sealed"], of: .random(), under: Fixture.logKey(), group: group) },
            refusal { _ = try sealer.open(name: file["name"]["sealed"], of: member, under: Fixture.logKey(), group: .random()) },
            refusal { _ = try sealer.open(manifest: file["manifest"]["sealed"], under: Fixture.logKey(), group: .random()) },
            refusal { _ = try Fixture.logKey().openLink(file["link"]["sealed"], group: .random(), epoch: 5) },
            refusal { _ = try Fixture.logKey().openLink(file["link"]["sealed"], group: group, epoch: 4) },
        ]
        #expect(errors == [CryptoError?](repeating: .commitment, count: errors.count))
    }

    @Test func storedKeys() {
        let (group, circle) = (Fixture.group, Fixture.circle)
        let (stored, decryption) = (file["stored-circle"]["sealed"], file["stored-decryption"]["sealed"])
        let errors = [
            refusal { _ = try CircleKey.open(stored, under: Fixture.masterKey(), group: .random(), circle: circle, generation: 5) },
            refusal { _ = try CircleKey.open(stored, under: Fixture.masterKey(), group: group, circle: .random(), generation: 5) },
            refusal { _ = try CircleKey.open(stored, under: Fixture.masterKey(), group: group, circle: circle, generation: 6) },
            refusal { _ = try CircleKey.open(stored, under: .random(), group: group, circle: circle, generation: 5) },
            refusal { _ = try LogKey.open(file["stored-read"]["sealed"], under: Fixture.masterKey(), group: group, epoch: 5) },
            refusal { _ = try ReadKey.open(file["stored-log"]["sealed"], under: Fixture.masterKey(), group: group, epoch: 5) },
            refusal { _ = try ReadKey.open(file["stored-read"]["sealed"], under: Fixture.masterKey(), group: group, epoch: 4) },
            refusal { _ = try LogKey.open(file["stored-log"]["sealed"], under: Fixture.masterKey(), group: .random(), epoch: 5) },
            refusal { _ = try DecryptionKey.open(file["stored-log"]["sealed"], under: Fixture.masterKey(), group: group, number: 5) },
            refusal { _ = try DecryptionKey.open(decryption, under: Fixture.masterKey(), group: group, number: 4) },
        ]
        #expect(errors == [CryptoError?](repeating: .commitment, count: errors.count))
    }

    @Test func identityHeader() {
        let (sealed, header) = (file["identity"]["sealed"], file["identity"]["header"])
        let other = refusal { _ = try MasterKey.open(sealed, under: Fixture.unlockKey(), header: header + [0x0a]) }
        #expect(other == .commitment)
        let long = [UInt8](repeating: 0x61, count: 65_536)
        let tooLong = refusal { _ = try MasterKey.open(sealed, under: Fixture.unlockKey(), header: long) }
        #expect(tooLong == .layout)
    }

    @Test func commitmentsDependOnEveryField() {
        let (group, circle) = (Fixture.group, Fixture.circle)
        let key = Fixture.circleKey()
        let circles = [
            key.commitment(group: group, circle: circle, generation: 1), key.commitment(group: .random(), circle: circle, generation: 1),
            key.commitment(group: group, circle: .random(), generation: 1), key.commitment(group: group, circle: circle, generation: 2),
            CircleKey.random().commitment(group: group, circle: circle, generation: 1),
        ]
        #expect(Set(circles).count == circles.count)

        func context(_ group: GroupID, _ item: ItemID, _ part: Part, _ version: Int) -> PartContext {
            PartContext(group: group, circle: circle, generation: 1, item: item, part: part, version: version)
        }
        let (item, salt) = (Fixture.item, Salt.random())
        let texts = [
            Commitment.ofText([1], salt: salt, context: context(group, item, .body, 1)),
            Commitment.ofText([2], salt: salt, context: context(group, item, .body, 1)),
            Commitment.ofText([1], salt: .random(), context: context(group, item, .body, 1)),
            Commitment.ofText([1], salt: salt, context: context(.random(), item, .body, 1)),
            Commitment.ofText([1], salt: salt, context: context(group, .random(), .body, 1)),
            Commitment.ofText([1], salt: salt, context: context(group, item, .summary, 1)),
            Commitment.ofText([1], salt: salt, context: context(group, item, .body, 2)),
        ]
        #expect(Set(texts).count == texts.count)
    }

    /// A rotation moves a part to another generation, or another circle, and the author's words stay the author's.
    @Test func commitmentOutlivesReencryption() throws {
        var sealer = PartSealer()
        let sealed = sealer.seal([1, 2], under: Fixture.circleKey(), context: Fixture.context)
        let before = Commitment.ofText([1, 2], salt: sealed.salt, context: Fixture.context)
        let opened = try sealer.open(sealed.bytes, under: Fixture.circleKey(), context: Fixture.context)
        let moved = PartContext(group: Fixture.group, circle: .random(), generation: 9, item: Fixture.item, part: .body, version: 2)
        let anew = sealer.seal(opened.text, salt: opened.salt, under: .random(), context: moved)
        #expect(Commitment.ofText(opened.text, salt: anew.salt, context: moved) == before)
    }
}
