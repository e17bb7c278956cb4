import CSodium
import Foundation
import VaultCore
import VaultCrypto
import VaultFormat
import VaultTestkit

/// `log verify` of 20,000 entries against the bare Ed25519 verifications of the same number of signatures. Both keep one core busy
/// and wait for nothing, so that the processor's time is compared.
struct Verification {
    private static let cases = 10_000
    private static let rounds = 7

    func measure() throws -> [Result] {
        let test = try TestVault(in: MemoryStorage.path)
        _ = try test.foundGroup()
        let session = try test.open()
        for number in 1...Self.cases {
            let text = try CaseText(title: "Casus \(number)", pitch: nil, body: "Kort.")
            _ = try session.addNote("Een vraag.", toCase: try session.addCase(text, share: true, dryRun: false).number, dryRun: false)
        }
        let floor = Floor()
        var ratios = Sample()
        for _ in 0..<Self.rounds {
            var entries = 0
            let whole = try processorSeconds { entries = try session.verifyLog().entriesVerified }
            let bare = floor.verify(entries)
            ratios.add(whole / bare)
        }
        return [
            Result(
                name: "`log verify` of 20,000 entries : their bare Ed25519 verifications, processor time", ratio: ratios.median, bound: 1.5,
                spread: ratios.middleHalf)
        ]
    }
}

/// The bare verification of signatures over notes as long as entries are.
private struct Floor {
    private let notes: [SignedNote]
    private let key: SigningPublicKey

    init() {
        let group = GroupID.random(), member = MemberID.random()
        let signing = SigningKey(MasterKey.random(), group: group, member: member, number: 1)
        let name = KeyName(group: group, member: member, number: 1).text
        notes = (0..<256).map { number in
            let text = EntryText(
                group: group, time: Instant(seconds: Int64(number)), tree: TreeHead(size: number, root: .empty), roster: 0,
                payload: BlobHash.of([UInt8(number)]), delivery: nil)
            return SignedNote.signed(text: text.bytes, name: name, by: signing)
        }
        key = signing.publicKey
    }

    func verify(_ count: Int) -> Double {
        let signed = notes.map { (text: $0.text, signature: $0.signatures[0].signature) }
        return processorSeconds {
            for number in 0..<count {
                let note = signed[number % signed.count]
                // Sound: the lengths given are those of the arrays.
                let verified = unsafe crypto_sign_verify_detached(note.signature, note.text, UInt64(note.text.count), key.bytes)
                precondition(verified == 0)
            }
        }
    }
}
