package import VaultCrypto
import VaultFormat
import VaultLog

extension Session {
    /// A detached signature of a report of which `digest` saw every byte, by a key of mine that cannot sign entries; and the line by which
    /// others know that key.
    package func sign(report digest: borrowing ReportDigest) -> (signature: [UInt8], signers: [UInt8]) {
        let key = keys.reportKey(of: me, number: myself.keyNumber)
        let signature = key.sign(digest, for: .report)
        let signer = key.publicKey.allowedSigner("member-\(myself.number)@\(groupID.hex)", for: [.report])
        return (signature.text, Array(signer.utf8))
    }
}
