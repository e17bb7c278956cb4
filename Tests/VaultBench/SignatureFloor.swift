import CSodium
import VaultCrypto
import VaultFormat

/// The bare verification of signatures over notes as long as entries are.
struct SignatureFloor {
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
