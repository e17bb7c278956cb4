import VaultCrypto
package import VaultFormat

/// Every key that could ever sign in a log, in the order in which the log introduced them, and the files that give them to other programs.
package struct LogKeys: Equatable, Sendable {
    /// One member's key.
    package struct Key: Equatable, Sendable {
        /// As signatures name it.
        package let name: KeyName
        /// What it verifies with.
        package let key: SigningPublicKey
    }

    /// In order.
    package private(set) var keys: [Key] = []
    private let group: GroupID

    /// Of a log that introduced none yet.
    package init(group: GroupID) { self.group = group }

    /// Takes over the key that an entry which counts introduces, if any. One that comes back is there already.
    package mutating func take(_ payload: Payload) {
        let facts: MemberFacts
        switch payload.body {
        case .founding(let founding): facts = founding.founder
        case .acceptance(let acceptance): facts = acceptance.member
        default: return
        }
        let name = KeyName(group: group, member: facts.id, number: facts.keyNumber)
        if !keys.contains(where: { $0.name == name }) { keys.append(Key(name: name, key: facts.signing)) }
    }

    /// The key of that name; nil for a name the log does not know.
    package func key(_ name: KeyName) -> SigningPublicKey? { keys.first { $0.name == name }?.key }

    /// The files, by path: one line for each key as Go's `note` takes it, and each key in PEM.
    package var files: [(path: String, bytes: [UInt8])] {
        let lines = keys.map { $0.key.verifierKey(name: $0.name.text) + "\n" }.joined()
        return [("keys/vkeys", Array(lines.utf8))]
            + keys.map { ("keys/\($0.name.member.hex).\($0.name.number).pem", $0.key.pem) }
    }
}

/// Paths of an exported folder that have one name each.
enum ExportPath {
    static let about = "export"
    static let checkpoint = "checkpoint"
    static let reportKey = "keys/report-key"
    static let allowedSigners = "keys/allowed_signers"
    static let manifest = "MANIFEST"
    static let signature = "MANIFEST.sig"
    /// By what an exported folder is known: two of these, where one may be in somebody's own folder by chance.
    static let marks: Set = [about, checkpoint, manifest, signature, "tile", "disclosed"]

    static func proof(_ index: Int) -> String { "proof/\(index).tlog-proof" }

    /// Who may sign the manifest, for `ssh-keygen`: under the name of the key that signed the checkpoint.
    static func allowedSigner(_ key: SigningPublicKey, of name: KeyName) -> [UInt8] {
        Array(key.allowedSigner(name.text, for: [.export, .report]).utf8)
    }
}
