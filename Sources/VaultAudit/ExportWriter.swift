import VaultCrypto
package import VaultFormat
package import VaultLog
import VaultSystem

/// Writes a log as a folder that other programs read (Docs/Format.md, "Exported folder"), entry by entry, so that a long log needs little
/// memory. The folder has a name of no meaning until it is whole; nothing is ever put in the place of something else.
package final class ExportWriter {
    private let path: String
    private let unfinished: String
    private var files: [FileDigests.File] = []
    private var folders: Set<String> = []
    private var entries: [[UInt8]] = []
    private var tiles = TileTree()
    private var edge = RightEdge()
    private var disclosed: [UInt8] = []
    private var disclosedFiles = 0
    private var keys: LogKeys
    /// All leaves, where proofs were asked for.
    private var tree: MerkleTree?
    private let proofs: [Int]
    /// How many payloads were given.
    package private(set) var disclosures = 0

    /// What signs the folder.
    package struct Seal {
        /// The exporter's log key.
        package let name: KeyName
        /// Of the tree that was written.
        package let checkpoint: Checkpoint
        /// The log key's word for the report key.
        package let vouching: SignedNote
        /// The exporter's report key.
        package let reportKey: SigningPublicKey

        /// All fields.
        package init(name: KeyName, checkpoint: Checkpoint, vouching: SignedNote, reportKey: SigningPublicKey) {
            self.name = name
            self.checkpoint = checkpoint
            self.vouching = vouching
            self.reportKey = reportKey
        }
    }

    /// What was written.
    package struct Written: Equatable, Sendable {
        /// Files, manifest and signature among them.
        package let files: Int
        /// Their bytes together.
        package let bytes: Int
    }

    private var bytesWritten = 0

    /// Begins a folder that shall stand at `path`, with proofs of the entries at these indices. Throws ``AuditError``.
    package init(_ path: String, group: GroupID, proofs: [Int]) throws(AuditError) {
        self.path = path
        self.proofs = Array(Set(proofs)).sorted()
        keys = LogKeys(group: group)
        tree = proofs.isEmpty ? nil : MerkleTree()
        unfinished = try AuditError.ofSystem { () throws(SystemError) in try Files.randomSibling(of: path, suffix: ".new") }
        let folder = unfinished
        try AuditError.ofSystem { () throws(SystemError) in try Files.makePrivateDirectory(folder) }
    }

    /// Takes the next entry of the log.
    package func add(entry: [UInt8]) throws(AuditError) {
        let leaf = TreeHash.leaf(entry)
        edge.append(leaf: leaf)
        tree?.append(leaf: leaf)
        entries.append(entry)
        for tile in tiles.append(leaf: leaf) { try put(tile.name.path, tile.bytes) }
        if entries.count == TileName.full { try flushEntries() }
    }

    /// Gives the payload of the entry that was added last, or says that it has expired. `introduces` is what it says, where it counts.
    package func disclose(_ given: Disclosure.Given, introduces payload: Payload?) throws(AuditError) {
        disclosed += Disclosure(index: edge.size - 1, given: given).bytes
        if case .opened = given { disclosures += 1 }
        if let payload { keys.take(payload) }
        if disclosed.count >= Disclosure.fileLength { try flushDisclosed() }
    }

    /// The tree of what was added.
    package var head: TreeHead { edge.head }

    /// Writes what is left, signs, and gives the folder its name. Throws ``AuditError``: something stands at the path now.
    package func finish(
        _ about: ExportText, _ seal: Seal, sign: (_ manifest: [UInt8]) -> SSHSignature
    ) throws(AuditError) -> Written {
        if !entries.isEmpty { try flushEntries() }
        for tile in tiles.rest { try put(tile.name.path, tile.bytes) }
        if !disclosed.isEmpty { try flushDisclosed() }
        try put(ExportPath.about, about.bytes)
        try put(ExportPath.checkpoint, seal.checkpoint.bytes)
        for file in keys.files { try put(file.path, file.bytes) }
        try put(ExportPath.reportKey, seal.vouching.bytes)
        try put(ExportPath.allowedSigners, ExportPath.allowedSigner(seal.reportKey, of: seal.name))
        for index in proofs {
            guard let proof = try? tree?.inclusionProof(of: index, in: edge.size) else {
                preconditionFailure("a proof of an entry that is there")
            }
            let text = LogProof(index: index, hashes: proof.hashes, checkpoint: seal.checkpoint.bytes)
            try put(ExportPath.proof(index), text.bytes)
        }
        let manifest = FileDigests(files).bytes
        try put(ExportPath.manifest, manifest)
        try put(ExportPath.signature, sign(manifest).text)
        let (from, to) = (unfinished, path)
        try AuditError.ofSystem { () throws(SystemError) in try Files.rename(from, to: to) }
        return Written(files: files.count, bytes: bytesWritten)
    }

    /// Removes what was written; for when something went wrong.
    package func abandon() { try? Files.removeTree(unfinished) }

    private func flushEntries() throws(AuditError) {
        let index = (edge.size - 1) / TileName.full
        try put(TileName(.entries, index: index, width: entries.count).path, EntryTile.bytes(of: entries))
        entries.removeAll(keepingCapacity: true)
    }

    private func flushDisclosed() throws(AuditError) {
        try put(Disclosure.path(disclosedFiles), disclosed)
        disclosedFiles += 1
        disclosed.removeAll(keepingCapacity: true)
    }

    private func put(_ name: String, _ bytes: [UInt8]) throws(AuditError) {
        let path = unfinished + "/" + name
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
        if folders.insert(folder).inserted {
            try AuditError.ofSystem { () throws(SystemError) in try Files.makePrivateDirectory(folder) }
        }
        try AuditError.ofSystem { () throws(SystemError) in try Files.createNew(path, bytes) }
        files.append(FileDigests.File(path: name, digest: BlobHash.of(bytes)))
        bytesWritten += bytes.count
    }
}
