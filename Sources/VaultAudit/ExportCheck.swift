import VaultCrypto
package import VaultFormat
import VaultLog
import VaultSystem

/// `audit verify`: an exported folder against itself, against words that a member said, and against a checkpoint from last time. It needs
/// no identity, no vault and no passphrase, and it comes to its end whatever it finds.
package struct ExportCheck {
    private var folder: ExportFolder
    private var answer = ExportVerification(group: nil, head: TreeHead(size: 0, root: .empty))
    private var place = Placement()
    private var tiles = TileTree()
    /// Hashes of the leaves that proofs are about.
    private var leaves: [Int: TreeHash] = [:]
    /// Entries that are well formed and signed and yet not those that were signed for in their places.
    private var replaced: Set<Int> = []

    /// Opens the folder. Throws ``AuditError``.
    package init(_ path: String) throws(AuditError) { folder = try ExportFolder(path) }

    /// Verifies everything. `words` stand for the head of the log, as a member says them; `since` are the bytes of a checkpoint that was
    /// kept; `progress` hears how many of how many entries were looked at. Throws ``AuditError``: the system would not, or a newer version
    /// is needed.
    package mutating func run(
        words: WordCode?, since: [UInt8]?, progress: (Int, Int) -> Void
    ) throws(AuditError) -> ExportVerification {
        guard folder.isExport else { return try end() }
        let about = try takeAbout()
        let note = try folder.take(ExportPath.checkpoint, limit: 1 << 16)
        let checkpoint = note.flatMap { try? SignedNote(parsing: $0) }
        let claimed = checkpoint.flatMap { try? CheckpointText(parsing: $0.text) }
        if note != nil, claimed == nil { folder.note(.badForm, ExportPath.checkpoint) }
        let kept = since.flatMap { try? SignedNote(parsing: $0) }.flatMap { try? CheckpointText(parsing: $0.text) }
        for path in folder.known(below: "proof") { if let index = Self.index(ofProof: path) { leaves[index] = .some(.empty) } }
        let group = about?.group ?? claimed.flatMap { GroupID(origin: $0.origin) }
        answer.group = group
        (answer.scope, answer.time) = (about?.scope, about?.time)
        guard let group else { return try end() }
        var walk = ExportWalk(group: group, scope: about?.scope ?? .membership)
        let past = try passOver(size(claimed?.head.size), with: &walk, keeping: kept?.head.size, progress)
        walk.close()
        try settle(claimed)
        answer.head = place.edge.head
        replaced.subtract(walk.findings.compactMap(\.index))
        answer.findings = walk.findings + replaced.map { AuditFinding(.wrongTree, entry: $0) }
        (answer.entriesVerified, answer.disclosed, answer.absent) = (walk.verified - replaced.count, walk.disclosed, walk.absent.count)
        answer.members = walk.state?.members.count ?? 0
        try checkSigner(checkpoint, claimed, walk)
        for file in walk.state == nil ? [] : walk.keys.files { try folder.expect(file.path, file.bytes) }
        try checkProofs(note ?? [])
        if since != nil { compare(kept, group, past) }
        if let words { answer.wordsAgree = (try? WordCode.of(head: answer.head)) == words }
        return try end()
    }

    private mutating func takeAbout() throws(AuditError) -> ExportText? {
        guard let bytes = try folder.take(ExportPath.about, limit: ExportText.longest) else { return nil }
        do throws(FormatError) { return try ExportText(parsing: bytes) } catch {
            if error == .unknownVersion { throw .newerVersion }
            folder.note(.badForm, ExportPath.about)
            return nil
        }
    }

    /// How many entries to look for: what the checkpoint says, as far as there are files for them.
    private mutating func size(_ claimed: Int?) -> Int {
        let names = folder.known(below: "tile/entries")
        // Some may be missing in between; a size of somebody's invention does not keep us busy for ever.
        let most = (names.count + 64) * TileName.full
        let last = names.compactMap(Self.end(ofEntries:)).filter { $0 <= most }.max() ?? 0
        guard let claimed else { return last }
        guard claimed <= most else {
            folder.note(.fileMissing, "tile/entries")
            return last
        }
        return claimed
    }

    /// Goes over all entries and tiles. The tree after `kept` entries, where the log has as many.
    private mutating func passOver(
        _ size: Int, with walk: inout ExportWalk, keeping kept: Int?, _ progress: (Int, Int) -> Void
    ) throws(AuditError) -> TreeHead? {
        var given = DisclosureReader()
        var past: TreeHead?
        for name in TileName.all(.entries, count: size) {
            let bytes = try folder.take(name.path, limit: EntryTile.longest) ?? []
            let entries = EntryTile.entries(in: bytes)
            let hashesName = TileName(.hashes(level: 0), index: name.index, width: name.width)
            let hashes = Self.hashes(try folder.take(hashesName.path, limit: TileName.full * TreeHash.count) ?? [])
            if entries.count != name.width || EntryTile.length(of: entries) != bytes.count { folder.note(.fileAltered, name.path) }
            if hashes.count != name.width { folder.note(.fileAltered, hashesName.path) }
            for offset in 0..<name.width {
                let index = name.index * TileName.full + offset
                let bytes = offset < entries.count ? entries[offset] : nil
                let disclosure = try given.given(at: index, in: &folder)
                if let bytes { record(try walk.take(bytes, at: index, disclosure, &place)) }
                if kept == index, !place.isLost { past = place.edge.head }
                let tile = offset < hashes.count ? hashes[offset] : nil
                let leaf = bytes.map(TreeHash.leaf)
                place.append(entry: leaf, tile: tile)
                if leaves[index] != nil { leaves[index] = leaf ?? tile }
                if let leaf = tile ?? leaf { try check(tiles.append(leaf: leaf)) }
            }
            progress(min(size, (name.index + 1) * TileName.full), size)
        }
        try check(tiles.rest)
        try given.drain(&folder)
        if kept == size, !place.isLost { past = place.edge.head }
        return past
    }

    /// Tiles above the leaves' must follow from those; the leaves' were compared with the entries.
    private mutating func check(_ whole: [TileTree.Tile]) throws(AuditError) {
        for tile in whole {
            if case .hashes(level: 0) = tile.name.content { continue }
            try folder.expect(tile.name.path, tile.bytes)
        }
    }

    private mutating func record(_ verdict: Placement.Verdict) {
        switch verdict {
        case .right, .wrong: break
        case .otherEntries(let places): replaced.formUnion(places)
        case .otherTiles(let places):
            for index in places {
                let all = TileName.all(.hashes(level: 0), count: max(place.edge.size, index + 1))
                folder.note(.fileAltered, all[index / TileName.full].path)
            }
        }
    }

    /// The checkpoint is the last word on which of entries and tiles is right.
    private mutating func settle(_ claimed: CheckpointText?) throws(AuditError) {
        if let claimed {
            let verdict = place.settle(claimed.head)
            record(verdict)
            if case .wrong = verdict { folder.note(.wrongTree, ExportPath.checkpoint) }
        }
        replaced.formUnion(place.unsettled)
    }

    private mutating func end() throws(AuditError) -> ExportVerification {
        folder.close()
        answer.findings = Set(answer.findings + folder.findings).sorted { $0.precedes($1) }
        return answer
    }

    private static func hashes(_ bytes: [UInt8]) -> [TreeHash] {
        stride(from: 0, to: bytes.count - bytes.count % TreeHash.count, by: TreeHash.count)
            .map { TreeHash(trusted: Array(bytes[$0..<($0 + TreeHash.count)])) }
    }

    /// The number of entries up to the end of that tile, by its path alone; nil for a path of another shape.
    private static func end(ofEntries path: String) -> Int? {
        let parts = path.dropFirst("tile/entries/".count).split(separator: "/", omittingEmptySubsequences: false)
        var index = 0
        for (place, part) in parts.enumerated() {
            if let width = Int(part), place == parts.count - 1, place > 0, parts[place - 1].hasSuffix(".p") {
                return (1..<TileName.full).contains(width) ? index * TileName.full + width : nil
            }
            guard let number = Int(part.drop { $0 == "x" }.prefix { $0 != "." }), (0...999).contains(number), parts.count < 5 else {
                return nil
            }
            index = index * 1000 + number
        }
        return (index + 1) * TileName.full
    }

    private static func index(ofProof path: String) -> Int? {
        guard path.hasSuffix(".tlog-proof"), let index = Int(path.dropFirst("proof/".count).dropLast(".tlog-proof".count)),
            ExportPath.proof(index) == path
        else { return nil }
        return index
    }
}

// What stands beside the log.
extension ExportCheck {
    /// The checkpoint, the report key and the manifest's signature must be of one active member.
    private mutating func checkSigner(_ checkpoint: SignedNote?, _ claimed: CheckpointText?, _ walk: borrowing ExportWalk)
        throws(AuditError)
    {
        let vouching = try folder.take(ExportPath.reportKey, limit: 1 << 16)
        let armour = try folder.takeSignature()
        let lines = try folder.take(ExportPath.allowedSigners, limit: 1 << 16)
        // Without the beginning of the log nobody's keys are known.
        guard let state = walk.state, let checkpoint, let claimed else { return }
        guard let name = checkpoint.signatures.lazy.compactMap({ try? KeyName(parsing: $0.name) }).first,
            let key = state.signingKey(name), let member = state.member(name.member)
        else { return folder.note(.notEntitled, ExportPath.checkpoint) }
        do throws(LogError) {
            _ = try Checkpoint(verifying: checkpoint.bytes, origin: state.origin, name: name.text, key: key)
            answer.exporter = member.number
        } catch {
            folder.note(error == .origin ? .otherLog : .badSignature, ExportPath.checkpoint)
        }
        if claimed.head.size != place.edge.size { folder.note(.wrongTree, ExportPath.checkpoint) }
        guard let report = vouching.flatMap({ reportKey($0, name, key) }) else { return }
        if let lines, lines != ExportPath.allowedSigner(report, of: name) { folder.note(.fileAltered, ExportPath.allowedSigners) }
        guard let armour, let manifest = folder.manifest else { return }
        guard let signature = try? SSHSignature(parsing: armour) else { return folder.note(.badForm, ExportPath.signature) }
        guard signature.key == report else { return folder.note(.notEntitled, ExportPath.signature) }
        guard (try? signature.verified(over: manifest, for: .export)) != nil else {
            return folder.note(.badSignature, ExportPath.signature)
        }
    }

    private mutating func reportKey(_ bytes: [UInt8], _ name: KeyName, _ key: SigningPublicKey) -> SigningPublicKey? {
        guard let note = try? SignedNote(parsing: bytes), let text = try? ReportKeyText(parsing: note.text), text.group == name.group else {
            folder.note(.badForm, ExportPath.reportKey)
            return nil
        }
        guard (try? note.verifiedSole(with: key, name: name.text)) != nil else {
            folder.note(.badSignature, ExportPath.reportKey)
            return nil
        }
        return text.key
    }

    private mutating func checkProofs(_ checkpoint: [UInt8]) throws(AuditError) {
        for (index, leaf) in leaves {
            let path = ExportPath.proof(index)
            guard let bytes = try folder.take(path, limit: LogProof.longest) else { continue }
            guard let proof = try? LogProof(parsing: bytes), proof.index == index, proof.checkpoint == checkpoint,
                (try? InclusionProof(hashes: proof.hashes).verify(leaf: leaf, index: index, head: place.edge.head)) != nil
            else {
                folder.note(.fileAltered, path)
                continue
            }
        }
    }

    /// Whether the log begins with what was there when the kept checkpoint was made.
    private mutating func compare(_ kept: CheckpointText?, _ group: GroupID, _ past: TreeHead?) {
        guard let kept else { return answer.findings.append(AuditFinding(ofKept: .badForm)) }
        guard GroupID(origin: kept.origin) == group else { return answer.findings.append(AuditFinding(ofKept: .otherLog)) }
        guard kept.head.size <= place.edge.size else { return answer.findings.append(AuditFinding(ofKept: .rolledBack)) }
        if kept.head.size == 0 || past == kept.head {
            answer.since = kept.head
        } else if past != nil || !place.isLost {
            answer.findings.append(AuditFinding(ofKept: .forked))
        }
    }
}

extension GroupID {
    /// The group of an origin line, `kluis/<group id>` or that and the index of an entry; nil for another log.
    fileprivate init?(origin: String) {
        let parts = origin.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3 && Int(parts[2]) != nil, let id = try? GroupID(hex: parts[1].utf8),
            origin.utf8.starts(with: id.origin.utf8)
        else { return nil }
        self = id
    }
}
