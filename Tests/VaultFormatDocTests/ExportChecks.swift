import Testing
import VaultFormat
import VaultLog

@testable import VaultCrypto

/// The example of an exported folder: the log of Appendix B.
enum ExportChecks {
    static let all: [String: @Sendable (Example) throws -> Void] = ["exported-folder": folder]

    @Sendable private static func folder(_ example: Example) throws {
        let world = try World.document()
        let log = try FormatDocument.shared.example("log")
        let entries = try log.names.map { try log.utf8($0) }.sorted { try index($0) < index($1) }
        let hashes = entries.map(TreeHash.leaf)
        let name = world.keyName
        let report = ReportKey(try world.masterKey(), group: world.group, member: world.member, number: 1)
        let signing = try world.signingKey()

        let about = try ExportText(parsing: try example.utf8("about"))
        #expect(try about.bytes == example.utf8("about") && about.scope == .all && about.group == world.group)
        #expect(try report.vouched(by: signing, name: name).bytes == example.utf8("report-key"))
        #expect(try signing.publicKey.verifierKey(name: name.text) + "\n" == example.text("vkeys"))
        #expect(try signing.publicKey.pem == example.utf8("pem"))
        let signers = report.publicKey.allowedSigner(name.text, for: [.export, .report])
        #expect(try signers == example.text("allowed-signers"))

        let tile = EntryTile.bytes(of: entries)
        #expect(try String(tile.count) == example.text("entries-length"))
        #expect(try Array(tile.prefix(32)) == example.bytes("entries-start") && Digest.sha256(tile) == example.bytes("entries-hash"))
        try disclosed(example, entries[10], world.group)
        try signed(example, entries, hashes, report)
    }

    private static func index(_ entry: [UInt8]) throws -> Int { try UnverifiedEntry(parsing: entry).text.tree.size }

    private static func disclosed(_ example: Example, _ entry: [UInt8], _ group: GroupID) throws {
        let line = try Disclosure(parsing: try example.utf8("disclosed")[...])
        guard case .opened(let bytes, let sealed) = line.given, line.index == 10 else { throw Example.Fault(place: "disclosed") }
        #expect(try BlobHash.of(sealed) == UnverifiedEntry(parsing: entry).text.payload)
        var sealer = PartSealer()
        let inside = try sealer.open(payload: sealed, disclosed: bytes, group: group)
        #expect(try Payload.read(inside) == .known(Payload(.logVerified, .logRead(case: nil))))
        #expect(try Disclosure(parsing: try example.utf8("disclosed-absent")[...]) == Disclosure(index: 8, given: .absent))
    }

    private static func signed(
        _ example: Example, _ entries: [[UInt8]], _ hashes: [TreeHash], _ report: borrowing ReportKey
    ) throws {
        let tree = MerkleTree(leaves: hashes)
        let head = try #require(tree.head(at: hashes.count))
        let proof = try LogProof(parsing: try example.utf8("proof"))
        #expect(try proof.hashes == tree.inclusionProof(of: 5, in: hashes.count).hashes && proof.index == 5)
        #expect(try CheckpointText(parsing: try SignedNote(parsing: proof.checkpoint).text).head == head)
        #expect(try proof.bytes == example.utf8("proof"))

        var tiles = TileTree()
        for hash in hashes { _ = tiles.append(leaf: hash) }
        let tile = try #require(tiles.rest.first)
        let files = [("checkpoint", proof.checkpoint), ("export", try example.utf8("about")), (tile.name.path, tile.bytes)]
        let manifest = FileDigests(files.map { .init(path: $0.0, digest: BlobHash.of($0.1)) }).bytes
        #expect(try manifest == example.utf8("manifest"))
        #expect(try report.sign(manifest, for: .export).text == example.utf8("signature"))
    }
}
