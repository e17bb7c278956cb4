import VaultFormat
import VaultLog
import VaultStore
import VaultSystem

/// The folder that an attachment is to be saved in.
package struct SaveFolder: Sendable {
    /// As it was typed, without slashes at its end.
    let path: String

    /// Throws ``Fault/io(_:)`` unless a directory is there, or a link to one, before anybody is asked for anything.
    package init(path: String) throws {
        guard try Fault.ofSystem({ () throws(SystemError) in try Files.isDirectory(path) }) else { throw Fault.io(.notADirectory) }
        let end = path.lastIndex { $0 != "/" }
        self.path = end.map { String(path[...$0]) } ?? ""
    }

    fileprivate func path(of name: SafeName) -> String { path + "/" + name.text }
}

extension Session {
    /// `attach save`: writes an attachment to a new file in a folder, 0600, under its safe name; with `replacing` also in the place of a
    /// regular file. All sealed bytes are compared with the log first; then one entry, durable; then the bytes, and the name only when they
    /// are what the author committed to. Throws ``Fault``: no such case or attachment, text not shared, damaged, a file is there, no room.
    package func save(attachment: Int, ofCase number: Int, in folder: SaveFolder, replacing: Bool) throws -> AttachmentSaved {
        var whole: BlobHash?
        let find = { [self] () throws -> (record: CaseRecord, attachment: AttachmentRecord) in
            try require(.attachmentSaved, about: number)
            let record = try caseWithBody(number)
            guard let found = record.attachment(attachment) else {
                throw Fault.noSuchAttachment(case: number, attachment: attachment)
            }
            if whole != found.body.blob { try orDamaged(found, of: number) { try compareBytes(found.body) } }
            whole = found.body.blob
            return (record: record, attachment: found)
        }
        let found = try find().attachment
        let summary = try orDamaged(found, of: number) { try self.summary(of: found) }
        let path = folder.path(of: summary.name)
        // What stands in the way is said before there is an entry of a look that never was.
        let file = try Self.begin(path, summary.length, replacing)
        return try revealing(
            .attachmentSaved, find, as: { Reveal(case: number, attachment: attachment, reason: reason(for: $0.record)) }
        ) { found in
            try orDamaged(found.attachment, of: number) {
                let text = SealedAttachment(found.attachment.body, of: found.attachment.item, in: self)
                guard try text.begin().length == summary.length else { throw PartFault.altered }
                meter.expect(summary.length)
                while let portion = try text.next() {
                    do throws(SystemError) { try file.write(portion) } catch { throw Fault(saving: error) }
                    meter.add(portion.count)
                }
                do throws(SystemError) { try file.publish(replacing: replacing) } catch { throw Fault(saving: error) }
            }
            return AttachmentSaved(path: path, bytes: summary.length)
        }
    }

    private static func begin(_ path: String, _ length: Int, _ replacing: Bool) throws -> NewFile {
        do throws(SystemError) {
            let file = try NewFile(path, replacing: replacing)
            guard try Files.freeBytes(at: Files.sibling(of: path, named: ".")) >= UInt64(length) else { throw .noSpace }
            return file
        } catch { throw Fault(saving: error) }
    }

    private func orDamaged<Value>(_ attachment: AttachmentRecord, of number: Int, _ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let fault as PartFault {
            throw fault.fault(case: number, note: nil, attachment: attachment.number)
        }
    }
}

extension Fault {
    fileprivate init(saving error: SystemError) { self = error == .alreadyExists ? .exists(.file) : Fault(error) }
}
