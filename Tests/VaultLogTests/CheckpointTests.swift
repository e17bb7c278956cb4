import Testing
import VaultCrypto
import VaultFormat
import VaultLog

/// Known answers of Docs/Format.md, made with libsodium and accepted by two unrelated verifiers, and what a checkpoint may not be.
@Suite struct CheckpointTests {
    private static let origin = "vault.example/intervisie/g7"
    private static let root70 = "erEw/UXJLrOcF0Lk5EVmBPOa7iQM6IGVObafO0XcrNQ="
    private static let root300 = "2d9X2P4cOnFQlxMURJxOa+XYfwtzX+gQNPVZt2uY75Y="
    private static let signature300 = "T2JRYYHxre7Z0mVuhfkDla5PbSoPi3Nj+ZXWzt9Ql6+ibcRd7C65BXkS6s6Zxaa7h6a3+8V9Wdn+flbjXG5yfYqsCgo="
    private static let text300 = "\(origin)\n300\n\(root300)\n"
    private static let line300 = "— \(origin) \(signature300)\n"

    /// The public key inside the vkey `vault.example/intervisie/g7+4f625161+AQOhB7/...`: the first of its 33 bytes is the algorithm.
    private static func key() throws -> SigningPublicKey {
        let bytes = try Base64.decode(Array("AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4".utf8)[...], count: 33)
        #expect(bytes[0] == 1)
        return try SigningPublicKey(exactly: Array(bytes[1...]))
    }

    private static func verify(_ note: String, origin: String = origin, name: String = origin) throws -> Checkpoint {
        try Checkpoint(verifying: Array(note.utf8), origin: origin, name: name, key: try key())
    }

    @Test func theTreesOfTheKnownAnswers() throws {
        let tree = MerkleTree(leaves: (0..<300).map { TreeHash.leaf(Array("{\"v\":1,\"seq\":\($0),\"act\":\"case.open\"}".utf8)) })
        #expect(tree.head(at: 70)?.root.base64 == Self.root70)
        #expect(tree.head(at: 300)?.root.base64 == Self.root300)
    }

    @Test func theCheckpointOfTheKnownAnswers() throws {
        #expect(try Self.key().verifierKey(name: Self.origin) == "\(Self.origin)+4f625161+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4")
        let checkpoint = try Self.verify(Self.text300 + "\n" + Self.line300)
        #expect(checkpoint.head.size == 300 && checkpoint.head.root.base64 == Self.root300)
        #expect(checkpoint.origin == Self.origin && checkpoint.name == Self.origin)
    }

    @Test func aMembersCheckpointIsVerifiedAndSaysWhatWasSigned() throws {
        let group = GroupID(trusted: Array(0..<16))
        let member = MemberID(trusted: Array(16..<32))
        let name = KeyName(group: group, member: member, number: 1).text
        let key = SigningKey(MasterKey.random(), group: group, member: member, number: 1)
        let head = TreeHead(size: 0, root: .empty)
        let signed = Checkpoint(signing: head, origin: group.origin, name: name, by: key)
        let read = try Checkpoint(verifying: signed.bytes, origin: group.origin, name: name, key: key.publicKey)
        #expect(read == signed && read.head == head)
        #expect(throws: LogError.unsigned) {
            try Checkpoint(verifying: signed.bytes, origin: group.origin, name: name, key: try Self.key())
        }
    }

    @Test func linesOfUnknownKeysAreIgnoredWhereverTheyStand() throws {
        // The same name with another key id, another name with the same key id, an algorithm of another length.
        let others = [
            "— \(Self.origin) \(Base64.encode([1, 2, 3, 4] + [UInt8](repeating: 0, count: 64)))\n",
            "— witness.example/w1 \(Self.signature300)\n",
            "— witness.example/w2 \(Base64.encode([UInt8](repeating: 9, count: 2000)))\n",
        ]
        for other in others {
            #expect(try Self.verify(Self.text300 + "\n" + Self.line300 + other).head.size == 300)
            #expect(try Self.verify(Self.text300 + "\n" + other + Self.line300).head.size == 300)
            #expect(throws: LogError.unsigned) { try Self.verify(Self.text300 + "\n" + other) }
        }
        #expect(try Self.verify(Self.text300 + "\n" + others.joined() + Self.line300 + others.joined()).head.size == 300)
    }

    @Test func twoLinesOfTheKeyAreOneTooMany() throws {
        var broken = try Base64.decode(Array(Self.signature300.utf8)[...])
        broken[20] ^= 1
        let second = "— \(Self.origin) \(Base64.encode(broken))\n"
        #expect(throws: LogError.unsigned) { try Self.verify(Self.text300 + "\n" + Self.line300 + Self.line300) }
        #expect(throws: LogError.unsigned) { try Self.verify(Self.text300 + "\n" + Self.line300 + second) }
        #expect(throws: LogError.unsigned) { try Self.verify(Self.text300 + "\n" + second + Self.line300) }
    }

    @Test func anotherOriginOrNameIsRefused() {
        let note = Self.text300 + "\n" + Self.line300
        #expect(throws: LogError.origin) { try Self.verify(note, origin: "vault.example/intervisie/g8") }
        #expect(throws: LogError.origin) { try Self.verify(note, origin: Self.origin + "/") }
        #expect(throws: LogError.unsigned) { try Self.verify(note, name: "vault.example/intervisie/g8") }
        // The signature is valid for the text it was made for, and the text names another log.
        let renamed = note.replacing("g7\n300", with: "g8\n300")
        #expect(throws: LogError.origin) { try Self.verify(renamed) }
        #expect(throws: LogError.signature) { try Self.verify(renamed, origin: "vault.example/intervisie/g8") }
    }

    @Test func aSignatureOfAnotherLengthIsNotValid() {
        let id: [UInt8] = [0x4f, 0x62, 0x51, 0x61]
        for count in [1, 63, 65, 128] {
            let line = "— \(Self.origin) \(Base64.encode(id + [UInt8](repeating: 1, count: count)))\n"
            #expect(throws: LogError.signature) { try Self.verify(Self.text300 + "\n" + line) }
        }
    }

    @Test func extensionLinesAndOtherSpellingsAreRefused() {
        for text in [
            Self.text300 + "extension\n", "\(Self.origin)\n0300\n\(Self.root300)\n", "\(Self.origin)\n+300\n\(Self.root300)\n",
            "\(Self.origin)\n300\n", "\(Self.origin)\n300\n\(Self.root300.dropLast())\n", "\n300\n\(Self.root300)\n",
        ] {
            #expect(throws: LogError.checkpoint) { try Self.verify(text + "\n" + Self.line300) }
        }
        #expect(throws: LogError.checkpoint) { try Self.verify(Self.text300 + "\n") }
        #expect(throws: LogError.checkpoint) { try Self.verify(Self.text300 + Self.line300) }
        #expect(throws: LogError.checkpoint) { try Self.verify("") }
    }

    @Test func everyChangedBitAndEveryTruncationIsRefused() throws {
        let note = Array((Self.text300 + "\n" + Self.line300).utf8)
        let key = try Self.key()
        for place in note.indices {
            for bit in 0..<8 {
                var changed = note
                changed[place] ^= 1 << UInt8(bit)
                #expect(throws: LogError.self) { try Checkpoint(verifying: changed, origin: Self.origin, name: Self.origin, key: key) }
            }
            #expect(throws: LogError.self) {
                try Checkpoint(verifying: Array(note[..<place]), origin: Self.origin, name: Self.origin, key: key)
            }
        }
    }
}
