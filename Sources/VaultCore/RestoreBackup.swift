import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore
import VaultSystem

extension BackupSight {
    /// `backup restore`: a vault with the log as this home knows it, and with every part that the vault or the backup still has. The log
    /// never goes back: whoever was taken off stays off. What was at the vault's place stays beside it under another name. Then an ordinary
    /// entry says what is lost. Throws ``Fault``: role, no room.
    package func restore(dryRun: Bool, progress: (Int, Int) -> Void) throws -> BackupRestored {
        if !dryRun { try renew() }
        guard Rules.may(session.myself.role, hasEndDate: session.myself.until != nil, sign: .backupRestored) else {
            throw Fault.roleMayNot(role: session.myself.role)
        }
        let before = session.edge.size
        let size = min(try Fault.ofVault { () throws(StoreError) in try backup.entryCount() }, before)
        if dryRun { return try foreseen(size, progress) }
        let exists = try Fault.ofSystem { () throws(SystemError) in try Files.exists(path) }
        let isShared = try exists && Fault.ofSystem { () throws(SystemError) in try Files.permissions(path).bits & 0o020 != 0 }
        let stamp = surroundings.now().text.filter { $0.isNumber }
        let aside = "\(path).before-\(stamp)"
        var broughtBack = 0
        try heldStill {
            let parcel = Parcel(session: session, vault: vault, others: [backup])
            try Fault.inVault {
                try VaultFile.assemble(inPlaceOf: path, settingAside: aside, shared: isShared) {
                    broughtBack = try parcel.fill($0, progress)
                }
            }
        }
        let restored = try Fault.ofVault { () throws(StoreError) in
            try VaultFile.open(path, access: .readWrite, onWait: surroundings.onWait)
        }
        let whole = try session.reopened(on: restored)
        let counted = try whole.parts(progress)
        let lost = Restoration(size: size, lost: counted.lost)
        try whole.append { Change(payload: Payload(.backupRestored, .restoration(lost))) }
        return BackupRestored(
            group: group, epoch: whole.state.epoch, size: before, openable: counted.openable, lost: lost, broughtBack: broughtBack,
            setAside: exists ? aside : nil)
    }

    /// What a restore would come to, from the backup and the vault as they are.
    private func foreseen(_ size: Int, _ progress: (Int, Int) -> Void) throws -> BackupRestored {
        let fromBackup = try session.parts(progress)
        guard let vault else {
            return BackupRestored(
                group: group, epoch: session.state.epoch, size: session.edge.size, openable: fromBackup.openable,
                lost: Restoration(size: size, lost: fromBackup.lost), broughtBack: fromBackup.openable, setAside: nil)
        }
        let here = try Session(apart: vault, membership, surroundings, nil)
        var lost: Set<Restoration.Item> = []
        var openable = 0
        var broughtBack = 0
        try session.eachCase { entry in
            for part in entry.record.parts where session.state.circles[part.facts.circle] != nil {
                let inVault = try here.look(at: part, deep: true)
                let found = inVault.0 == nil ? inVault : try session.look(at: part, deep: true)
                if found.0 != nil {
                    lost.insert(Restoration.Item(case: entry.record.number, note: part.note, attachment: part.attachment))
                }
                if inVault.0 != nil, found.0 == nil { broughtBack += 1 }
                openable += found.1 ? 1 : 0
            }
        }
        return BackupRestored(
            group: group, epoch: session.state.epoch, size: session.edge.size, openable: openable,
            lost: Restoration(size: size, lost: lost), broughtBack: broughtBack, setAside: nil)
    }

    /// Nobody appends to the vault while its place is taken: what they wrote would be acknowledged and gone.
    private func heldStill(_ body: () throws -> Void) throws {
        guard let vault else { return try body() }
        try Fault.inVault {
            try vault.snapshot {
                if let vaultSize { guard try vault.entryCount() == vaultSize else { throw Fault.busy } }
                try body()
            }
        }
    }
}

/// What a vault is put together from: the log and small blobs of the home, and the parts from whichever file has them whole.
struct Parcel {
    let session: Session
    /// The vault as it was, which is asked first.
    let vault: VaultFile?
    /// Asked for what the vault does not have.
    let others: [VaultFile]

    /// Fills a vault; returns how many parts the vault did not have. `progress` hears case numbers. Throws ``Fault`` and ``StoreError``.
    func fill(_ assembly: VaultAssembly, _ progress: (Int, Int) -> Void) throws -> Int {
        try putLog(into: assembly)
        for manifest in session.state.circles.values.compactMap(\.manifest) {
            _ = try put(manifest, upTo: Self.largestManifest, into: assembly)
        }
        var fromOthers = 0
        try session.eachCase { entry in
            for part in entry.record.parts where session.state.circles[part.facts.circle] != nil && part.facts.blob != Manifest.lost {
                if try put(part.facts.blob, upTo: Self.largestPart, into: assembly) == .another { fromOthers += 1 }
            }
            progress(entry.record.number, session.state.lastCase)
        }
        if let vault {
            for request in try OpenRequest.all(in: vault, of: session.groupID) {
                try assembly.put(Blob(hash: request.name, bytes: request.bytes))
            }
        }
        return fromOthers
    }

    private func putLog(into assembly: VaultAssembly) throws {
        var next = 0
        while next < session.edge.size {
            for entry in try Fault.ofHome({ () throws(StoreError) in try session.home.page(of: next..<session.edge.size) }) {
                guard let entry else { throw Fault.homeDamaged }
                try assembly.append(entry)
                next += 1
            }
        }
        let kept = Set(session.state.deliveries.map(\.blob))
        try Fault.inHome {
            try session.home.blobHashes { hash in
                guard let bytes = try session.home.blob(hash, limit: Self.largestOfHome), BlobHash.of(bytes) == hash else {
                    throw Fault.homeDamaged
                }
                // Deliveries that everybody has taken over from are not brought back: they fit keys that were to be forgotten.
                if kept.contains(hash) || (try? Delivery(parsing: bytes)) == nil { try assembly.put(Blob(hash: hash, bytes: bytes)) }
            }
        }
    }

    private enum Origin { case vault, another, none }

    /// Copies a blob from the first file that has it whole.
    private func put(_ hash: BlobHash, upTo limit: Int, into assembly: VaultAssembly) throws -> Origin {
        if let vault, try put(hash, from: vault, upTo: limit, into: assembly) { return .vault }
        for other in others where try put(hash, from: other, upTo: limit, into: assembly) { return .another }
        return .none
    }

    private func put(_ hash: BlobHash, from source: VaultFile, upTo limit: Int, into assembly: VaultAssembly) throws -> Bool {
        guard let length = try Self.whole({ () throws(StoreError) in try source.blobLength(hash) }) ?? nil, length <= limit else {
            return false
        }
        let copying = BlobCopying(source, hash, length)
        try assembly.put(BlobStream(hash: hash, next: copying.next))
        if copying.isWhole() { return true }
        try assembly.remove(hash)
        return false
    }

    /// Nil where the rows are damaged.
    fileprivate static func whole<Value>(_ body: () throws(StoreError) -> Value) throws -> Value? {
        do throws(StoreError) { return try body() } catch {
            if case .damaged = error { return nil }
            throw Fault(vault: error)
        }
    }

    /// A payload, or the list of an import.
    private static let largestOfHome = max(Limits.payload, ImportList.sealedLimit)
    private static let largestPart = SealedLayout.sealedLength(inner: SealedLayout.innerLength(forText: Limits.attachment))
    private static let largestManifest = SealedLayout.sealedLength(inner: SealedLayout.innerLength(forText: Limits.manifest))
}

/// One blob on its way from a file that may hold anything under its name.
private final class BlobCopying {
    private let source: VaultFile
    private let hash: BlobHash
    private let length: Int
    private var piece = 0
    private var digest: Digest? = Digest()

    init(_ source: VaultFile, _ hash: BlobHash, _ length: Int) {
        self.source = source
        self.hash = hash
        self.length = length
    }

    /// The next piece; nil at the end, and where it is damaged.
    func next() throws -> [UInt8]? {
        let bytes = try Parcel.whole { () throws(StoreError) in try source.blobPiece(piece, of: hash, length: length) } ?? nil
        guard let bytes else { return nil }
        digest?.update(bytes)
        piece += 1
        return bytes
    }

    /// Whether what came was what the name says.
    func isWhole() -> Bool {
        guard let digest = digest.take() else { return false }
        return BlobHash.of(digest) == hash
    }
}

extension BackupSight {
    /// `check --salvage`: a new vault beside, sealed as this one, with the log as this home knows it and every part that is whole. Nothing
    /// is appended. Throws ``Fault``: exists, no room.
    package func salvage(to path: String, progress: (Int, Int) -> Void) throws {
        let path = try Fault.ofSystem { () throws(SystemError) in try Files.absolutePath(path) }
        let parcel = Parcel(session: session, vault: backup, others: [])
        do { try VaultFile.assemble(at: path) { _ = try parcel.fill($0, progress) } } catch StoreError.alreadyExists {
            throw Fault.exists(.file)
        } catch let error as StoreError { throw Fault(vault: error) }
    }
}
