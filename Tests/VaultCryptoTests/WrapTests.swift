import Testing
import VaultFormat

@testable import VaultCrypto

/// Wraps of circle keys and of earlier ReadKeys: each opens with its own key and context, and as nothing else.
struct WrapTests: ~Copyable {
    private let group = Fixture.group
    private let member = Fixture.member
    private let recipient = DecryptionKey.random()

    @Test func aReadKeyReachesTheMemberItWasGrantedTo() throws {
        let read = ReadKey(Fixture.circleKey(), group: group, epoch: 3)
        let wrap = try read.wrap(to: recipient.publicKey, group: group, epoch: 3, member: member)
        let opened = try recipient.unwrapRead(wrap, group: group, epoch: 3, member: member)
        var sealer = PartSealer()
        let sealed = sealer.seal(payload: [1], under: read, markedWith: Fixture.logKey(), group: group)
        #expect(try sealer.open(payload: sealed, under: opened, group: group) == [1])
        let errors = [
            refusal { _ = try recipient.unwrapRead(wrap, group: .random(), epoch: 3, member: member) },
            refusal { _ = try recipient.unwrapRead(wrap, group: group, epoch: 2, member: member) },
            refusal { _ = try recipient.unwrapRead(wrap, group: group, epoch: 3, member: .random()) },
            refusal { _ = try DecryptionKey.random().unwrapRead(wrap, group: group, epoch: 3, member: member) },
            // Not as the key of the log circle, whose generation is the epoch.
            refusal { _ = try recipient.unwrap(wrap, group: group, circle: .log(of: group), generation: 3, member: member) },
        ]
        #expect(errors.allSatisfy { $0 == .wrap })
    }

    @Test func aCircleKeyIsNoReadKey() throws {
        let key = Fixture.circleKey()
        let wrap = try key.wrap(to: recipient.publicKey, group: group, circle: .log(of: group), generation: 3, member: member)
        #expect(refusal { _ = try recipient.unwrapRead(wrap, group: group, epoch: 3, member: member) } == .wrap)
    }

    @Test func everyChangedByteOfAWrapIsNoticed() throws {
        let read = ReadKey(Fixture.circleKey(), group: group, epoch: 3)
        let wrap = try read.wrap(to: recipient.publicKey, group: group, epoch: 3, member: member)
        for place in stride(from: 0, to: Delivery.Wrap.count, by: 31) {
            var changed = wrap.bytes
            changed[place] ^= 0x10
            let altered = Delivery.Wrap(trusted: changed)
            #expect(refusal { _ = try recipient.unwrapRead(altered, group: group, epoch: 3, member: member) } == .wrap, "at \(place)")
        }
    }

    /// Either half poisoned: coefficients above the modulus of ML-KEM, or a point of small order of X25519.
    @Test func eitherHalfOfAKeyMayBePoisoned() throws {
        let good = recipient.publicKey.bytes
        let kem = DecryptionPublicKey(trusted: [UInt8](repeating: 0xff, count: 1184) + good.suffix(32))
        #expect(refusal { try kem.check() } == .badKey)
        #expect(
            refusal { _ = try ReadKey(Fixture.circleKey(), group: group, epoch: 1).wrap(to: kem, group: group, epoch: 1, member: member) }
                == .badKey)
        // The points of small order of RFC 7748's curve in all their spellings: nothing secret comes of any of them.
        for point in [
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
            "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "0000000000000000000000000000000000000000000000000000000000000080",
        ] {
            let half = try Hex.decode(Array(point.utf8), count: 32)
            let curve = DecryptionPublicKey(trusted: good.prefix(1184) + half)
            #expect(refusal { try curve.check() } == .badKey, "\(point)")
        }
    }
}
