import VaultAudit
import VaultCrypto
package import VaultFormat
import VaultLog
import VaultStore
import VaultSystem

/// Answer to `audit export`.
package struct LogExported: Sendable {
    /// Where the folder stands.
    package let path: String
    /// What was exported; the entry of the export itself is in it, but not where nothing was written.
    package let head: TreeHead
    /// How much of it can be read outside.
    package let scope: ExportScope
    /// Entries whose payload was given with its key.
    package let disclosed: Int
    /// How many files; 0 for a dry run.
    package let files: Int
    /// Their bytes; 0 for a dry run.
    package let bytes: Int
    /// The words for ``head``; nil for a dry run.
    package let words: WordCode?
}

extension Session {
    /// `audit export`: what this home has verified, in a folder that programs of others read. First an entry says so; it is the last one in
    /// the folder. `proofs` are indices of entries to prove one by one; `scope` is how much is disclosed. Everything comes from the home's
    /// copy, whose tree is built again. Throws ``Fault``: role, exists, no such entry, home damaged, io.
    package func exportLog(
        to path: String, proofs: [Int], scope: ExportScope, dryRun: Bool, progress: (Int, Int) -> Void
    ) throws -> LogExported {
        try require(.logExported)
        if let index = proofs.first(where: { $0 >= edge.size }) { throw Fault.noSuchEntry(index) }
        let path = try Fault.ofSystem { () throws(SystemError) in try Files.absolutePath(path) }
        let isTaken = try Fault.ofSystem { () throws(SystemError) in try Files.exists(path) }
        guard !isTaken else { throw Fault.exists(.folder) }
        if dryRun {
            let wanted = try (0..<edge.size).count { isWanted(try loggedLine($0), scope) }
            return LogExported(path: path, head: edge.head, scope: scope, disclosed: wanted, files: 0, bytes: 0, words: nil)
        }
        try append { Change(payload: Payload(.logExported, .logExported(scope))) }
        do {
            return try write(path, proofs, scope, progress)
        } catch {
            try? append { Change(payload: Payload(.logExported, outcome: .failed, .logExported(scope))) }
            throw error
        }
    }

    private func write(
        _ path: String, _ proofs: [Int], _ scope: ExportScope, _ progress: (Int, Int) -> Void
    ) throws -> LogExported {
        let words = try Fault.words(of: edge.head)
        let writer = try Fault.ofExport { () throws(AuditError) in try ExportWriter(path, group: groupID, proofs: proofs) }
        do {
            var next = 0
            while next < edge.size {
                for bytes in try Fault.ofHome({ () throws(StoreError) in try home.page(of: next..<edge.size) }) {
                    guard let bytes, let entry = try? UnverifiedEntry(parsing: bytes) else { throw Fault.homeDamaged }
                    try Fault.ofExport { () throws(AuditError) in try writer.add(entry: bytes) }
                    try disclose(entry.text.payload, next, scope, to: writer)
                    next += 1
                }
                progress(next, edge.size)
            }
            // What goes out under my name is what I have verified.
            guard writer.head == edge.head else { throw Fault.homeDamaged }
            let written = try finish(writer, scope)
            return LogExported(
                path: path, head: edge.head, scope: scope, disclosed: writer.disclosures, files: written.files, bytes: written.bytes,
                words: words)
        } catch {
            writer.abandon()
            throw error
        }
    }

    private func finish(_ writer: ExportWriter, _ scope: ExportScope) throws -> ExportWriter.Written {
        let name = KeyName(group: groupID, member: me, number: myself.keyNumber)
        let key = keys.reportKey(of: me, number: name.number)
        let seal = ExportWriter.Seal(
            name: name, checkpoint: Checkpoint(signing: edge.head, origin: state.origin, name: name.text, by: signing),
            vouching: key.vouched(by: signing, name: name), reportKey: key.publicKey)
        let about = ExportText(group: groupID, time: surroundings.now(), scope: scope)
        do throws(AuditError) {
            return try writer.finish(about, seal) { key.sign($0, for: .export) }
        } catch { throw Fault(export: error) }
    }

    /// Gives the payload of the entry at `index`, where it is asked for and I may read it. Void entries are given too: that they are void
    /// is to be seen outside.
    private func disclose(_ name: BlobHash, _ index: Int, _ scope: ExportScope, to writer: ExportWriter) throws {
        let line = try loggedLine(index)
        guard isWanted(line, scope) else { return }
        guard let sealed = try Fault.ofHome({ () throws(StoreError) in try home.blob(name, limit: Limits.payload) }) else {
            // Only what tells of reading ever expires.
            guard line.event?.isReveal ?? true else { throw Fault.homeDamaged }
            return try Fault.ofExport { () throws(AuditError) in try writer.disclose(.absent, introduces: nil) }
        }
        guard case .opened(let reading, let underReadKey) = try keys.read(sealed, epoch: line.epoch) else { return }
        var introduced: Payload?
        if case .known(let payload) = reading {
            guard scope == .all || payload.event.concernsGroup else { return }
            introduced = line.isVoid ? nil : payload
        } else if scope != .all {
            return
        }
        let key = try keys.payloadKey(of: sealed, epoch: line.epoch, underReadKey: underReadKey)
        try Fault.ofExport { () throws(AuditError) in try writer.disclose(.opened(key: key, sealed: sealed), introduces: introduced) }
    }

    private func isWanted(_ line: LoggedLine, _ scope: ExportScope) -> Bool {
        scope == .all || line.event?.concernsGroup ?? line.isVoid
    }
}

extension Fault {
    /// What became of a folder.
    init(export error: AuditError) {
        self =
            switch error {
            case .system(.alreadyExists): .exists(.folder)
            case .system(let system): Fault(system)
            case .notAFolder: .io(.notADirectory)
            case .newerVersion: .newerVersion
            }
    }

    /// Runs one call on an exported folder.
    static func ofExport<Value>(_ body: () throws(AuditError) -> Value) throws -> Value {
        do throws(AuditError) { return try body() } catch { throw Fault(export: error) }
    }
}
