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
    private static let rounds = 11

    func measure() throws -> Section {
        let vault = try FilledVault(cases: Self.cases)
        let session = try vault.test.open()
        let floor = Floor()
        var ratios = Sample()
        for _ in 0..<Self.rounds {
            // Half of the floor before and half after, so that a machine that slows down meanwhile slows both.
            let size = try session.group().logSize
            let before = floor.verify(size / 2)
            var entries = 0
            let whole = try processorSeconds { entries = try session.verifyLog().entriesVerified }
            precondition(entries == size)
            ratios.add(whole / (before + floor.verify(size - size / 2)))
        }
        return Section(
            title: "Verifying the whole log",
            explanation: """
                `log verify` of 20,000 entries, \(FilledVault.place) : the bare Ed25519 verifications (libsodium) of as many signatures over texts as
                long as entries. Processor time without the start of the program and the opening of the vault; \(Self.rounds) rounds.
                """,
            rows: [Row(name: "`log verify`", sample: ratios, bound: 1.5)])
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
