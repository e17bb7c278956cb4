import Testing
import VaultFormat

@testable import VaultCrypto

struct KeyTests {
    @Test func circleKeyThroughAWrap() throws {
        let (group, circle, member) = (Fixture.group, Fixture.circle, Fixture.member)
        let decryption = DecryptionKey.random()
        let key = CircleKey.random()
        let wrap = try key.wrap(to: decryption.publicKey, group: group, circle: circle, generation: 3, member: member)
        let opened = try decryption.unwrap(wrap, group: group, circle: circle, generation: 3, member: member)
        #expect(opened.bytes.shown() == key.bytes.shown())
        let errors = [
            refusal { _ = try decryption.unwrap(wrap, group: .random(), circle: circle, generation: 3, member: member) },
            refusal { _ = try decryption.unwrap(wrap, group: group, circle: .random(), generation: 3, member: member) },
            refusal { _ = try decryption.unwrap(wrap, group: group, circle: circle, generation: 4, member: member) },
            refusal { _ = try decryption.unwrap(wrap, group: group, circle: circle, generation: 3, member: .random()) },
            refusal { _ = try DecryptionKey.random().unwrap(wrap, group: group, circle: circle, generation: 3, member: member) },
        ]
        #expect(errors == [CryptoError?](repeating: .wrap, count: errors.count))
    }

    @Test func poisonedPublicKeyIsFoundBeforeItIsAccepted() throws {
        let poisoned = DecryptionPublicKey(trusted: [UInt8](repeating: 0xff, count: DecryptionPublicKey.count))
        let checked = refusal { try poisoned.check() }
        #expect(checked == .badKey)
        let wrapped = refusal {
            _ = try CircleKey.random().wrap(
                to: poisoned, group: Fixture.group, circle: Fixture.circle, generation: 1, member: Fixture.member)
        }
        #expect(wrapped == .badKey)
        try DecryptionKey.random().publicKey.check()
    }

    @Test func storedKeysComeBack() throws {
        let group = Fixture.group
        let master = MasterKey.random()
        let decryption = DecryptionKey.random()
        let sealed = decryption.sealed(under: master, group: group, number: 7)
        let again = try DecryptionKey.open(sealed, under: master, group: group, number: 7)
        #expect(again.publicKey == decryption.publicKey)

        let circle = CircleKey.random()
        let sealedCircle = circle.sealed(under: master, group: group, circle: Fixture.circle, generation: 2)
        let openedCircle = try CircleKey.open(sealedCircle, under: master, group: group, circle: Fixture.circle, generation: 2)
        #expect(openedCircle.bytes.shown() == circle.bytes.shown())

        let log = LogKey(circle, group: group, epoch: 4)
        let openedLog = try LogKey.open(log.sealed(under: master, group: group, epoch: 4), under: master, group: group, epoch: 4)
        #expect(openedLog.bytes.shown() == log.bytes.shown())
        let read = ReadKey(circle, group: group, epoch: 4)
        let openedRead = try ReadKey.open(read.sealed(under: master, group: group, epoch: 4), under: master, group: group, epoch: 4)
        #expect(openedRead.bytes.shown() == read.bytes.shown())

        let next = LogKey(.random(), group: group, epoch: 5)
        let linked = try next.openLink(next.link(to: log, group: group, epoch: 5), group: group, epoch: 5)
        #expect(linked.bytes.shown() == log.bytes.shown())
    }

    @Test func masterKeyUnderAPassphrase() throws {
        let (salt, header) = (KDFSalt.random(), Array("header\n".utf8))
        let right = try UnlockKey(try Fixture.passphrase("vier koude tafels"), salt: salt, parameters: .interactive)
        let wrong = try UnlockKey(try Fixture.passphrase("vier koude tafel"), salt: salt, parameters: .interactive)
        let otherSalt = try UnlockKey(try Fixture.passphrase("vier koude tafels"), salt: .random(), parameters: .interactive)
        let master = MasterKey.random()
        let sealed = master.sealed(under: right, header: header)
        #expect(try MasterKey.open(sealed, under: right, header: header).bytes.shown() == master.bytes.shown())
        let errors = [
            refusal { _ = try MasterKey.open(sealed, under: wrong, header: header) },
            refusal { _ = try MasterKey.open(sealed, under: otherSalt, header: header) },
        ]
        #expect(errors == [.commitment, .commitment])
    }

    @Test(arguments: [(1, 65_536), (2, 65_535), (9, 65_536), (2, 1_048_577), (0, 0), (-1, -1), (.max, .max), (.min, .min)])
    func parametersOutOfBoundsAreRefused(operations: Int, memoryKiB: Int) throws {
        let parameters = KDFParameters(operations: operations, memoryKiB: memoryKiB)
        let passphrase = try Fixture.passphrase("x")
        let error = refusal { _ = try UnlockKey(passphrase, salt: .random(), parameters: parameters) }
        #expect(error == .kdfBounds)
    }

    @Test func namedParametersAreWithinBounds() throws {
        for parameters in [KDFParameters.interactive, .moderate, .sensitive, KDFParameters(operations: 8, memoryKiB: 1_048_576)] {
            try parameters.check()
        }
    }

    @Test func passphraseLength() throws {
        func read(_ count: Int) -> CryptoError? { refusal { _ = try Fixture.passphrase(String(repeating: "a", count: count)) } }
        #expect(read(0) == .passphraseEmpty)
        #expect(read(1) == nil)
        #expect(read(1_024) == nil)
        #expect(read(1_025) == .passphraseTooLong)
    }

    @Test func passphraseErrorOfTheReaderPasses() {
        struct Interrupted: Error {}
        #expect(throws: Interrupted.self) { _ = try Passphrase.read { _ in throw Interrupted() } }
    }

    @Test func passphrasesMatch() throws {
        let typed = try Fixture.passphrase("abc")
        let matches = [typed.matches(try Fixture.passphrase("abc")), typed.matches(try Fixture.passphrase("abd"))]
        #expect(matches == [true, false])
        let lengths = [typed.matches(try Fixture.passphrase("abcd")), typed.matches(try Fixture.passphrase("ab"))]
        #expect(lengths == [false, false])
    }

    @Test func disclosedKeyHas32Bytes() {
        for count in [0, 31, 33] {
            var key = PayloadKey()
            let error = refusal { try key.take(disclosed: [UInt8](repeating: 1, count: count)) }
            #expect(error == .badKey)
        }
    }

    /// One person's memberships have nothing in common, and neither have successive keys of one.
    @Test func signingKeysDifferByEveryField() {
        let (group, member) = (Fixture.group, Fixture.member)
        let master = Fixture.masterKey()
        let keys = [
            SigningKey(master, group: group, member: member, number: 1).publicKey,
            SigningKey(master, group: .random(), member: member, number: 1).publicKey,
            SigningKey(master, group: group, member: .random(), number: 1).publicKey,
            SigningKey(master, group: group, member: member, number: 2).publicKey,
            SigningKey(.random(), group: group, member: member, number: 1).publicKey,
        ]
        #expect(Set(keys).count == keys.count)
    }

    @Test func labelsAreDistinctAndMessagesAreNotAmbiguous() {
        let labels = Label.allCases.map(\.rawValue)
        #expect(Set(labels).count == labels.count)
        #expect(labels.allSatisfy { $0.hasPrefix("kluis/v1 ") && $0.utf8.allSatisfy { (0x20..<0x7f).contains($0) } })
        #expect(Set(StoredKeyKind.allCases.map(\.rawValue)).count == StoredKeyKind.allCases.count)
        // The border between two fields is part of the message.
        #expect(Purpose.readMark(group: Fixture.group, random: []).message != Purpose.payload(group: Fixture.group).message)
        #expect(Purpose.part(Fixture.context).bound(to: [1, 2]).message != Purpose.part(Fixture.context).bound(to: [1]).message)
    }

    @Test func drawnNamesDiffer() {
        #expect(GroupID.random() != GroupID.random())
        #expect(Set((0..<100).map { _ in ItemID.random() }).count == 100)
        #expect(SecureRandom.bytes(0).isEmpty)
        #expect(SecureRandom.bytes(33).count == 33)
    }
}
