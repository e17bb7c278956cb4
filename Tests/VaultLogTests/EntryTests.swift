import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultTestkit

/// An entry stands where it was signed for, signed by a member of this group who has not gone, in its one spelling.
struct EntryTests {
    private func fault(_ group: TestGroup, _ bytes: [UInt8]) -> EntryFault? {
        do throws(EntryFault) {
            _ = try group.verify(bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test func aLawfulEntryIsTaken() throws {
        let group = TestGroup()
        let entry = try group.verify(group.signed(group.text(), by: .anna))
        #expect(entry.index == 1)
        #expect(entry.signer.member == group.member(.anna))
    }

    @Test func anEntryOfAnotherGroupIsRefused() {
        let group = TestGroup()
        #expect(fault(group, group.signed(group.text(group: .random()), by: .anna)) == .otherGroup)
        #expect(fault(group, group.signed(group.text(), by: .anna, group: .random())) == .otherGroup)
    }

    @Test func anEntryForAnotherTreeIsRefused() {
        let group = TestGroup()
        let heads = [
            TreeHead(size: group.edge.size, root: .filled(1)), TreeHead(size: group.edge.size + 1, root: group.edge.root),
            TreeHead(size: group.edge.size - 1, root: group.edge.root), RightEdge().head,
        ]
        for head in heads { #expect(fault(group, group.signed(group.text(tree: head), by: .anna)) == .wrongTree) }
    }

    @Test func onlyTheKeyThatHoldsNowIsAMembers() throws {
        var group = TestGroup()
        #expect(fault(group, group.signed(group.text(), by: .eva)) == .notEntitled)
        #expect(fault(group, group.signed(group.text(), by: .anna, keyNumber: 2)) == .notEntitled)
        group.state.members[0].keyNumber = 2
        group.state.members[0].signing = group.signingKey(group.member(.anna), number: 2).publicKey
        #expect(fault(group, group.signed(group.text(), by: .anna)) == .notEntitled)
        #expect(fault(group, group.signed(group.text(), by: .anna, keyNumber: 2)) == nil)

        let stranger = TestGroup()
        let name = KeyName(group: group.id, member: .random(), number: 1)
        let forged = SignedNote.signed(text: group.text().bytes, name: name.text, by: stranger.signingKey(stranger.member(.anna)))
        #expect(fault(group, forged.bytes) == .notEntitled)
    }

    @Test func aSignatureOfAnotherKeyUnderAMembersNameIsRefused() {
        let group = TestGroup()
        let name = KeyName(group: group.id, member: group.member(.anna), number: 1)
        let byBert = SignedNote.signed(text: group.text().bytes, name: name.text, by: group.signingKey(group.member(.bert)))
        #expect(fault(group, byBert.bytes) == .badSignature)
        // With Anna's key id in front, so that only the signature itself is wrong.
        let line = SignedNote.SignatureLine(
            name: name.text, keyID: group.signingKey(group.member(.anna)).publicKey.keyID(name: name.text),
            signature: byBert.signatures[0].signature)
        #expect(fault(group, SignedNote(text: group.text().bytes, signatures: [line]).bytes) == .badSignature)
    }

    @Test func twoSignatureLinesAreNoEntry() throws {
        let group = TestGroup()
        let note = try SignedNote(parsing: group.signed(group.text(), by: .anna))
        let twice = SignedNote(text: note.text, signatures: note.signatures + note.signatures)
        #expect(fault(group, twice.bytes) == .badForm)
    }

    @Test func aLaterFormatIsNamedAsSuch() {
        let group = TestGroup()
        let text = String(decoding: group.text().bytes, as: UTF8.self).replacing("kluis.entry/v1", with: "kluis.entry/v2")
        let name = KeyName(group: group.id, member: group.member(.anna), number: 1)
        let note = SignedNote.signed(text: Array(text.utf8), name: name.text, by: group.signingKey(group.member(.anna)))
        #expect(fault(group, note.bytes) == .newerVersion)
    }

    @Test(arguments: [UInt8(0x01), 0x80, 0xff]) func noFlippedByteIsTaken(_ mask: UInt8) {
        let group = TestGroup()
        let bytes = group.signed(group.text(), by: .anna)
        for place in bytes.indices {
            var flipped = bytes
            flipped[place] ^= mask
            #expect(fault(group, flipped) != nil, "byte \(place)")
        }
    }

    @Test func nothingCutOffOrAddedIsTaken() {
        let group = TestGroup()
        let bytes = group.signed(group.text(), by: .anna)
        for length in bytes.indices { #expect(fault(group, Array(bytes[..<length])) == .badForm, "\(length) bytes") }
        for extra in ["\n", " ", "x", "\n\n"] {
            #expect(fault(group, bytes + Array(extra.utf8)) != nil)
            #expect(fault(group, Array(extra.utf8) + bytes) != nil)
        }
        #expect(fault(group, [UInt8](repeating: 0x61, count: EntryText.maximumLength + 1)) == .badForm)
    }
}
