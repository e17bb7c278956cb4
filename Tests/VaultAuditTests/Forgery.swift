import Foundation
import VaultAudit
import VaultCrypto
import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore

/// An exported folder made anew by somebody with a program of their own and the keys of one home: whole in every file, manifest and tile,
/// and with the entries and payloads that this somebody likes.
struct Forgery {
    var entries: [[UInt8]]
    var disclosed: [Int: Disclosure.Given]
    private let about: ExportText

    /// What stands in a folder.
    init(of path: String) throws {
        let folder = Tampering(path: path)
        about = try ExportText(parsing: try folder.bytes("export"))
        let names = try folder.names()
        entries = try names.filter { $0.hasPrefix("tile/entries/") }.flatMap { EntryTile.entries(in: try folder.bytes($0)) }
        disclosed = [:]
        for name in names where name.hasPrefix("disclosed/") {
            for line in try folder.bytes(name).split(separator: 0x0a) {
                let line = try Disclosure(parsing: line)
                disclosed[line.index] = line.given
            }
        }
    }

    /// Writes it to a new folder, signed by that person.
    func write(to path: String, as session: Session, origin: String? = nil) throws {
        let writer = try ExportWriter(path, group: about.group, proofs: [0])
        for (index, entry) in entries.enumerated() {
            try writer.add(entry: entry)
            guard let given = disclosed[index] else { continue }
            try writer.disclose(given, introduces: payload(given))
        }
        let name = KeyName(group: about.group, member: session.me, number: 1)
        let key = session.keys.reportKey(of: session.me, number: 1)
        let checkpoint = Checkpoint(signing: writer.head, origin: origin ?? session.state.origin, name: name.text, by: session.signing)
        let seal = ExportWriter.Seal(
            name: name, checkpoint: checkpoint, vouching: key.vouched(by: session.signing, name: name), reportKey: key.publicKey)
        _ = try writer.finish(about, seal) { key.sign($0, for: .export) }
    }

    /// What is inside a payload that is given.
    func inside(_ given: Disclosure.Given) -> [UInt8]? {
        var sealer = PartSealer()
        guard case .opened(let bytes, let sealed) = given else { return nil }
        return try? sealer.open(payload: sealed, disclosed: bytes, group: about.group)
    }

    private func payload(_ given: Disclosure.Given) -> Payload? {
        guard let inside = inside(given), case .known(let payload)? = try? Payload.read(inside) else { return nil }
        return payload
    }

    /// The clear fields of an entry.
    func text(_ index: Int) throws -> EntryText { try EntryText(parsing: try SignedNote(parsing: entries[index]).text) }

    /// An entry with another time, signed by that person, or with the signature it had.
    func entry(_ index: Int, time: Instant? = nil, signedBy session: Session?) throws -> [UInt8] {
        let old = try text(index)
        let text = EntryText(
            group: old.group, time: time ?? old.time, tree: old.tree, roster: old.roster, payload: old.payload, delivery: old.delivery)
        guard let session else {
            return SignedNote(text: text.bytes, signatures: try SignedNote(parsing: entries[index]).signatures).bytes
        }
        let name = KeyName(group: old.group, member: session.me, number: 1)
        return SignedNote.signed(text: text.bytes, name: name.text, by: session.signing).bytes
    }
}
