import Foundation
import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultSystem
import VaultTestkit

@testable import VaultCore

/// Files beside a case: what goes in comes out, and stands where the case's text stands.
struct AttachmentTests {
    private let test: TestVault

    /// Anna, Bram and Chris; case 1 is a draft of Anna's.
    init() throws {
        test = try TestVault.withTwoCases()
        for person in ["Bram", "Chris"] { try test.admit(person) }
        try Files.makePrivateDirectory(test.file("out"))
    }

    /// Bytes that do not repeat within a chunk.
    static func bytes(_ count: Int, _ seed: Int = 0) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8 &+ seed) }
    }

    private func add(_ bytes: [UInt8], _ name: String = "brief.pdf", case number: Int = 1, by person: String = "Anna") throws -> Int {
        try TestVault.write(bytes, to: test.file(name))
        return try test.open(as: person).attach(AttachmentSource(path: test.file(name)), toCase: number, dryRun: false)
    }

    private func save(_ attachment: Int, case number: Int = 1, by person: String = "Anna", replacing: Bool = true) throws -> AttachmentSaved
    {
        try test.open(as: person).save(
            attachment: attachment, ofCase: number, in: SaveFolder(path: test.file("out")), replacing: replacing)
    }

    private func saved(_ attachment: Int, case number: Int = 1, by person: String = "Anna") throws -> [UInt8] {
        try TestVault.bytes(try save(attachment, case: number, by: person).path)
    }

    private func share(_ number: Int = 1, pitchOnly: Bool = false, without: [String] = []) throws {
        _ = try test.open().share(case: number, pitchOnly: pitchOnly, without: without.map(MemberReference.init), dryRun: false)
    }

    private func expectWhole(_ people: [String] = ["Anna", "Bram", "Chris"]) throws {
        for person in people {
            let session = try test.open(as: person)
            #expect(try session.check(deep: true) { _, _ in }.findings == [], "\(person)")
            #expect(try session.verifyLog().findings == [], "\(person)")
        }
    }

    @Test(arguments: [0, 1, 215, 65_495, 65_496, 65_536, 200_000]) func whatGoesInComesOut(length: Int) throws {
        let bytes = Self.bytes(length)
        #expect(try add(bytes) == 1)
        let answer = try save(1)
        #expect(answer.bytes == length && answer.path == test.file("out") + "/brief.pdf")
        #expect(try TestVault.bytes(answer.path) == bytes)
        #expect(try Files.permissions(answer.path).isPrivate)
        #expect(try Files.names(in: test.file("out")) == ["brief.pdf"])
        try expectWhole(["Anna"])
    }

    @Test func numbersNamesAndEntries() throws {
        let before = try test.entries()
        for (name, number) in [("een.txt", 1), ("twee.txt", 2), ("-r .x\u{202E}.txt", 3)] { #expect(try add([1, 2], name) == number) }
        let list = try test.run { try $0.attachments(ofCase: 1) }
        #expect(list.items.map(\.number) == [1, 2, 3])
        #expect(list.items.map(\.name) == ["een.txt", "twee.txt", "_-r .x.txt"])
        #expect(list.items.map(\.bytes) == [2, 2, 2] && list.items.map(\.author) == ["Anna", "Anna", "Anna"])
        let shown = try test.run { try $0.show(case: 1) }
        #expect(shown.attachments.map(\.name) == list.items.map(\.name) && shown.damagedAttachments == [])
        #expect(try test.run { try $0.cases() }.items.map(\.attachments) == [3, 0])
        _ = try save(2)
        let lines = try test.run { try $0.log(case: nil, from: before, limit: nil) }.filter { $0.event != .keyRefreshed }
        #expect(
            lines.map(\.event) == [
                .attachmentAdded, .attachmentAdded, .attachmentAdded, .casesListed, .caseOpened, .casesListed, .attachmentSaved,
            ])
        #expect(lines.map(\.caseNumber) == [1, 1, 1, 1, 1, nil, 1])
        #expect(lines.filter { $0.event == .attachmentAdded }.map(\.attachment) == [1, 2, 3])
        #expect(lines.filter { $0.event == .attachmentSaved }.map(\.attachment) == [2])
        #expect(try test.run(readOnly: true) { try $0.check(deep: true) { _, _ in } }.items == 7)
    }

    @Test func whatIsRefused() throws {
        let entries = try test.entries()
        let source = test.file("brief.pdf")
        try TestVault.write([1], to: source)
        func attach(_ number: Int, by person: String = "Anna", dryRun: Bool = false) throws -> Int {
            try test.open(as: person).attach(AttachmentSource(path: source), toCase: number, dryRun: dryRun)
        }
        #expect(throws: Fault.noSuchCase(9)) { try attach(9) }
        #expect(throws: Fault.noSuchCase(1)) { try attach(1, by: "Bram") }
        #expect(throws: Fault.noSuchAttachment(case: 1, attachment: 1)) { try save(1) }
        #expect(try attach(1, dryRun: true) == 1)
        #expect(try test.entries() == entries)
        _ = try test.open().close(case: 2, dryRun: false)
        #expect(throws: Fault.caseClosed(2)) { try attach(2) }
        // Of a pitch, others get no attachments and see none.
        _ = try attach(1)
        try share(pitchOnly: true)
        func bram() throws -> Session { try test.open(as: "Bram") }
        #expect(throws: Fault.textNotShared(1)) { try attach(1, by: "Bram") }
        #expect(throws: Fault.textNotShared(1)) { try bram().attachments(ofCase: 1) }
        #expect(throws: Fault.textNotShared(1)) { try save(1, by: "Bram") }
        #expect(try bram().show(case: 1).attachments.isEmpty)
        try expectWhole()
    }

    @Test func badFilesAreRefusedBeforeAnythingIsRead() throws {
        try FileManager.default.createSymbolicLink(atPath: test.file("link"), withDestinationPath: test.path)
        try #require(unsafe mkfifo(test.file("pipe"), 0o600) == 0)
        for path in [test.file("link"), test.file("pipe"), test.folder, "/dev/zero"] {
            #expect(throws: Fault.io(.notRegular), "\(path)") { try AttachmentSource(path: path) }
        }
        #expect(throws: Fault.io(.notFound)) { try AttachmentSource(path: test.file("none")) }
        try TestVault.write([], to: test.file("large"))
        try #require(unsafe truncate(test.file("large"), off_t(Limits.attachment + 1)) == 0)
        #expect(throws: Fault.text(.attachment, .tooManyBytes(limit: Limits.attachment))) { try AttachmentSource(path: test.file("large")) }
        #expect(throws: Fault.io(.notADirectory)) { try SaveFolder(path: test.path) }
        #expect(throws: Fault.io(.notFound)) { try SaveFolder(path: test.file("none")) }
    }

    /// A file that is written to while it is read: all is drawn anew, or it is refused, and nothing but what was read at once is kept.
    @Test func aFileThatChanges() throws {
        let path = test.file("brief.pdf")
        let entries = try test.entries()
        for change in [Self.bytes(200_000, 1), Self.bytes(100_000), Self.bytes(300_000), []] {
            try TestVault.write(Self.bytes(200_000), to: path)
            let session = try test.open()
            let source = try AttachmentSource(path: path)
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            var turn = 0
            session.meter = Meter { _, _ in
                // Between the first sealing and the second, each time.
                guard turn < 60 else { return }
                turn += 1
                try? handle.seek(toOffset: 0)
                try? handle.write(contentsOf: change)
                if change.count < 200_000 { try? handle.truncate(atOffset: UInt64(change.count)) }
                try? handle.write(contentsOf: [UInt8(turn)])
            }
            #expect(throws: Fault.io(.changed), "\(change.count)") { try session.attach(source, toCase: 1, dryRun: false) }
        }
        #expect(try test.entries() == entries)
        #expect(try test.run { try $0.attachments(ofCase: 1) }.items.isEmpty)
        try expectWhole(["Anna"])
    }

    /// The same, once: the second try keeps what the file is then.
    @Test func aFileThatChangesOnce() throws {
        let path = test.file("brief.pdf")
        try TestVault.write(Self.bytes(200_000), to: path)
        var changed = false
        let number = try test.run { session in
            session.meter = Meter { _, _ in
                guard !changed else { return }
                changed = true
                let handle = try? FileHandle(forWritingTo: URL(fileURLWithPath: path))
                try? handle?.write(contentsOf: Self.bytes(200_000, 1))
            }
            return try session.attach(AttachmentSource(path: path), toCase: 1, dryRun: false)
        }
        #expect(number == 1)
        #expect(try saved(1) == Self.bytes(200_000, 1))
        try expectWhole(["Anna"])
    }

    @Test func existingTargets() throws {
        _ = try add(Self.bytes(100))
        let out = test.file("out") + "/brief.pdf"
        try TestVault.write([7], to: out)
        let entries = try test.entries()
        #expect(throws: Fault.exists(.file)) { try save(1, replacing: false) }
        #expect(try TestVault.bytes(out) == [7])
        #expect(try test.entries() == entries, "what was not shown is no look")
        #expect(try saved(1) == Self.bytes(100))
        for make in [
            { try FileManager.default.createSymbolicLink(atPath: out, withDestinationPath: test.file("victim")) },
            { try Files.makePrivateDirectory(out) },
            { try #require(unsafe mkfifo(out, 0o600) == 0) },
        ] as [() throws -> Void] {
            try FileManager.default.removeItem(atPath: out)
            try make()
            #expect(throws: Fault.exists(.file)) { try save(1, replacing: false) }
            #expect(throws: Fault.io(.notRegular)) { try save(1, replacing: true) }
        }
        #expect(try !Files.exists(test.file("victim")))
        #expect(try Files.names(in: test.file("out")) == ["brief.pdf"])
    }

    /// Share, share to some, withdraw, and every circle gets new keys: the same bytes, the author's commitment, and only for those in it.
    @Test func itGoesWhereItsCaseGoes() throws {
        let bytes = Self.bytes(150_000)
        _ = try add(bytes)
        _ = try add([], "leeg.txt")
        let first = try test.record(1)
        try share()
        #expect(try saved(1, by: "Bram") == bytes)
        #expect(try saved(2, by: "Chris") == [])
        #expect(try test.open(as: "Bram").attach(AttachmentSource(path: test.file("brief.pdf")), toCase: 1, dryRun: false) == 3)
        try expectWhole()
        try share(without: ["Chris"])
        #expect(throws: Fault.noSuchCase(1)) { try save(1, by: "Chris") }
        #expect(try saved(1, by: "Bram") == bytes)
        #expect(try saved(3) == bytes)
        try expectWhole()
        #expect(try test.open().withdraw(case: 1, dryRun: false).attachmentsOfOthers == 1)
        #expect(throws: Fault.noSuchCase(1)) { try save(1, by: "Bram") }
        #expect(try saved(1) == bytes)
        #expect(try saved(3) == bytes)
        try expectWhole()
        try share()
        let removed = try test.open().remove(MemberReference("Chris"), dryRun: false)
        #expect(removed.lostParts == 0)
        // Title and text, two notes, and both parts of three attachments.
        #expect(removed.rewrittenParts == 10)
        #expect(try saved(1, by: "Bram") == bytes)
        #expect(try saved(2) == [])
        #expect(try saved(3, by: "Bram") == bytes)
        let last = try test.record(1)
        #expect(last.attachments.prefix(2).map(\.body.commitment) == first.attachments.map(\.body.commitment))
        #expect(Set(last.parts.map(\.facts.blob)).isDisjoint(with: first.parts.map(\.facts.blob)))
        // Nothing is left over: a payload for each entry, names, deliveries, parts, manifests.
        try expectWhole(["Anna", "Bram"])
        #expect(try test.run { try $0.readers(ofCase: 1) }.map(\.name).sorted() == ["Anna", "Bram", "Chris"].sorted())
    }
}
