import Testing
import VaultFormat

@testable import VaultCrypto

/// The known answers of the format: a log of 300 leaves signed with the seed 00, 01, ... 1f.
struct NoteTests {
    private let name = "vault.example/intervisie/g7"
    private let text = Array("vault.example/intervisie/g7\n300\n2d9X2P4cOnFQlxMURJxOa+XYfwtzX+gQNPVZt2uY75Y=\n".utf8)
    private let signature = "T2JRYYHxre7Z0mVuhfkDla5PbSoPi3Nj+ZXWzt9Ql6+ibcRd7C65BXkS6s6Zxaa7h6a3+8V9Wdn+flbjXG5yfYqsCgo="

    private func key() -> SigningKey { SigningKey(seed: .of(Array(0..<32))) }

    @Test func signAsOthersDo() {
        let key = key()
        let note = SignedNote.signed(text: text, name: name, by: key)
        #expect(key.publicKey.verifierKey(name: name) == "\(name)+4f625161+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4")
        #expect(note.bytes == text + Array("\n— \(name) \(signature)\n".utf8))
    }

    @Test func rootOfTheLog() {
        let leaves = (0..<300).map { TreeHash.leaf(Array("{\"v\":1,\"seq\":\($0),\"act\":\"case.open\"}".utf8)) }
        #expect(root(leaves[...]).base64 == "2d9X2P4cOnFQlxMURJxOa+XYfwtzX+gQNPVZt2uY75Y=")
        #expect(root(leaves[..<70]).base64 == "erEw/UXJLrOcF0Lk5EVmBPOa7iQM6IGVObafO0XcrNQ=")
        #expect(TreeHash.empty.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    /// RFC 6962, section 2.1, word for word.
    private func root(_ leaves: ArraySlice<TreeHash>) -> TreeHash {
        if let only = leaves.first, leaves.count == 1 { return only }
        var split = 1
        while split * 2 < leaves.count { split *= 2 }
        return .node(root(leaves.prefix(split)), root(leaves.dropFirst(split)))
    }

    @Test func verify() throws {
        let key = key()
        let note = SignedNote.signed(text: text, name: name, by: key)
        let verified = try note.verifiedSole(with: key.publicKey, name: name)
        #expect(verified.text == text && verified.name == name && verified.key == key.publicKey)
        let other = SigningKey(seed: .random(count: 32)).publicKey
        let errors = [
            refusal { _ = try note.verified(with: other, name: name) },
            refusal { _ = try note.verified(with: key.publicKey, name: name + "x") },
        ]
        #expect(errors == [.notSigner, .notSigner])
    }

    @Test func everyByteOfTheSignatureAndTheTextCounts() {
        let (publicKey, note) = (key().publicKey, SignedNote.signed(text: text, name: name, by: key()))
        let line = note.signatures[0]
        for index in line.signature.indices {
            var signature = line.signature
            signature[index] ^= 0x01
            let changed = SignedNote(text: text, signatures: [.init(name: name, keyID: line.keyID, signature: signature)])
            #expect(refusal { _ = try changed.verified(with: publicKey, name: name) } == .badSignature)
        }
        for index in text.indices.dropLast() {
            var changedText = text
            changedText[index] ^= 0x01
            let changed = SignedNote(text: changedText, signatures: note.signatures)
            #expect(refusal { _ = try changed.verified(with: publicKey, name: name) } == .badSignature)
        }
        for count in [1, 63, 65] {
            let changed = SignedNote(
                text: text, signatures: [.init(name: name, keyID: line.keyID, signature: [UInt8](repeating: 1, count: count))])
            #expect(refusal { _ = try changed.verified(with: publicKey, name: name) } == .badSignature)
        }
    }

    /// Witnesses may sign a checkpoint too; an entry has one signature.
    @Test func otherSignaturesOnACheckpointOnly() throws {
        let publicKey = key().publicKey
        let line = SignedNote.signed(text: text, name: name, by: key()).signatures[0]
        let witness = SignedNote.SignatureLine(name: "witness.example", keyID: [1, 2, 3, 4], signature: [9])
        let both = SignedNote(text: text, signatures: [witness, line])
        #expect(try both.verified(with: publicKey, name: name).text == text)
        #expect(refusal { _ = try both.verifiedSole(with: publicKey, name: name) } == .notSigner)
        let twice = SignedNote(text: text, signatures: [line, line])
        #expect(refusal { _ = try twice.verified(with: publicKey, name: name) } == .notSigner)
        let witnessOnly = SignedNote(text: text, signatures: [witness])
        #expect(refusal { _ = try witnessOnly.verifiedSole(with: publicKey, name: name) } == .notSigner)
    }

    /// With the identity point as public key and R, and S = 0, the equation holds for every text.
    @Test func keyOfSmallOrderVerifiesNothing() {
        let identity = [UInt8(1)] + [UInt8](repeating: 0, count: 31)
        let publicKey = SigningPublicKey(trusted: identity)
        let line = SignedNote.SignatureLine(
            name: name, keyID: publicKey.keyID(name: name), signature: identity + [UInt8](repeating: 0, count: 32))
        let note = SignedNote(text: text, signatures: [line])
        #expect(refusal { _ = try note.verified(with: publicKey, name: name) } == .badSignature)
    }

    @Test func digests() {
        #expect(Hex.encode(Digest.sha256(Array("abc".utf8))) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        var digest = Digest()
        digest.update(Array("a".utf8))
        digest.update([])
        digest.update(Array("bc".utf8))
        #expect(BlobHash.of(digest) == BlobHash.of(Array("abc".utf8)))
    }
}
