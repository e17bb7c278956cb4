import Foundation
import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultSystem
import VaultTestkit

@testable import VaultCore

/// `import`: a folder of texts as one entry.
struct ImportTests {
    private let test: TestVault
    private let folder: String

    init() throws {
        test = try TestVault()
        _ = try test.foundGroup()
        folder = test.folder + "/teksten"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    }

    private func put(_ name: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
    }

    private func put(_ name: String, _ text: String) throws { try put(name, Array(text.utf8)) }

    private func texts() throws -> [CaseText] { try ImportFolder(at: folder) { _, _ in }.texts }

    /// Imports the folder as that person.
    @discardableResult
    private func take(as person: String = "Anna", share: Bool = false) throws -> CasesImported {
        try test.open(as: person).importCases(try texts(), share: share, dryRun: false) { _, _ in }
    }

    @Test func everyTextBecomesACaseAndTheRestIsNamed() throws {
        try put("2.md", "Tweede\n\npitch: Kort\n\nTekst van twee.\n")
        try put("1.txt", "Eerste\r\n\r\nTekst van een.\r\n")
        try put("3.TXT", [0xef, 0xbb, 0xbf] + Array("Derde".utf8))
        try put("leeg.txt", "")
        try put("wit.md", " \n\t\n")
        try put("latin.txt", [0x63, 0x61, 0x66, 0xe9, 0x0a])
        try put("utf16.txt", [0xff, 0xfe, 0x41, 0x00])
        try put("nul.txt", "Titel\n\na\u{0}b")
        try put("titel.txt", String(repeating: "x", count: 201))
        try put("stuur.txt", "Een \u{1b}[31m titel")
        try put("groot.txt", "Groot\n\n" + String(repeating: "y", count: Limits.textPart))
        try put("reus.txt", [UInt8](repeating: 0x61, count: 3 * Limits.textPart))
        try put("foto.jpg", [0xff, 0xd8, 0xff])
        try put("brief", "Zonder punt")
        try FileManager.default.createDirectory(atPath: folder + "/map.txt", withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(atPath: folder + "/verwijzing.txt", withDestinationPath: "1.txt")
        try FileManager.default.createSymbolicLink(atPath: folder + "/nergens.md", withDestinationPath: "weg")
        #expect(unsafe mkfifo(folder + "/pijp.txt", 0o600) == 0)
        var heard: [Int] = []
        let read = try ImportFolder(at: folder) { done, _ in heard.append(done) }
        #expect(read.texts.map(\.title) == ["Eerste", "Tweede", "Derde"])
        #expect(read.texts.map(\.body) == ["Tekst van een.\n", "Tekst van twee.\n", ""])
        let reasons = Dictionary(uniqueKeysWithValues: read.skipped.map { ($0.name, $0.reason) })
        #expect(
            reasons == [
                "leeg.txt": .text(.body, .empty), "wit.md": .text(.body, .empty), "latin.txt": .text(.body, .notUTF8(position: 4)),
                "utf16.txt": .text(.body, .notUTF8(position: 1)), "nul.txt": .text(.body, .nul(position: 9)),
                "titel.txt": .text(.title, .tooLong(limit: 200)), "stuur.txt": .text(.title, .control(position: 5)),
                "groot.txt": .text(.body, .tooManyBytes(limit: Limits.textPart)),
                "reus.txt": .text(.body, .tooManyBytes(limit: Limits.textPart)),
                "foto.jpg": .otherName, "brief": .otherName, "map.txt": .folder, "verwijzing.txt": .link, "nergens.md": .link,
                "pijp.txt": .special,
            ])
        #expect(read.skipped.map(\.name) == read.skipped.map(\.name).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(read.texts.count + read.skipped.count == heard.count && heard == Array(1...18))
    }

    @Test func noFolder() throws {
        for path in [folder + "/weg", test.path] {
            #expect(throws: Fault.io(.notFound)) { try ImportFolder(at: path) { _, _ in } }
        }
    }

    @Test func oneEntryBringsThemAll() throws {
        for number in 1...5 { try put("\(number).txt", "Titel \(number)\n\nTekst \(number)") }
        _ = try test.open().addCase(try CaseText(title: "Vooraf", pitch: nil, body: ""), share: false, dryRun: false)
        let before = try test.entries()
        let answer = try take()
        #expect(answer.numbers == 2...6 && answer.state == .draft)
        #expect(try test.entries() == before + 1)
        let session = try test.open()
        for number in 2...6 {
            let shown = try session.show(case: number)
            #expect(shown.text.title == "Titel \(number - 1)" && shown.text.body == "Tekst \(number - 1)" && shown.state == .draft)
        }
        #expect(try session.cases().items.count == 6)
        let line = try #require(try session.log(case: 4, from: nil, limit: nil).first)
        #expect(line.event == .casesImported && line.imported == 2...6 && line.caseNumber == nil)
        #expect(try session.edit(case: 3, try CaseText(title: "Anders", pitch: nil, body: ""), dryRun: false) == 2)
        #expect(try session.addNote("Erbij.", toCase: 4, dryRun: false) == 1)
        #expect(try session.check(deep: true) { _, _ in }.findings == [])
        #expect(try session.verifyLog().findings == [])
    }

    @Test func nothingToImportIsNoEntry() throws {
        try put("foto.jpg", [0xff])
        let before = try test.entries()
        #expect(try take().numbers == nil)
        #expect(try test.entries() == before)
    }

    @Test func aDryRunWritesNothing() throws {
        try put("1.txt", "Titel")
        let before = try test.entries()
        let answer = try test.open(readOnly: true).importCases(try texts(), share: true, dryRun: true) { _, _ in }
        #expect(answer.numbers == 1...1 && answer.state == .shared)
        #expect(try test.entries() == before)
    }

    /// Others read it from the log; keys move; and who comes later walks over it from the first entry.
    @Test func othersOpenWhatIsSharedAndNothingElse() throws {
        try test.admit("Bram")
        try test.admit("Chris")
        for number in 1...3 { try put("\(number).txt", "Titel \(number)\n\nTekst \(number)") }
        try take(as: "Bram", share: true)
        try take(as: "Bram")
        #expect(try test.open().cases().items.map(\.number) == [1, 2, 3])
        #expect(try test.open(as: "Bram").cases().items.count == 6)
        #expect(try test.open().remove(.name("Chris"), dryRun: false).rewrittenParts == 6)
        #expect(throws: Fault.membershipEnded) { try test.open(as: "Chris") }
        try test.admit("Dirk")
        for person in ["Anna", "Bram", "Dirk"] {
            let session = try test.open(as: person)
            #expect(try session.show(case: 2).text.body == "Tekst 2")
            #expect(try session.verifyLog().findings == [])
            #expect(try session.check(deep: true) { _, _ in }.findings == [])
        }
    }

    @Test func whoOvertakesTakesTheNumbersFirst() throws {
        try test.admit("Bram")
        try put("1.txt", "Titel")
        let slow = try test.open(as: "Bram")
        _ = try test.open().addCase(try CaseText(title: "Eerder", pitch: nil, body: ""), share: true, dryRun: false)
        #expect(try slow.importCases(try texts(), share: true, dryRun: false) { _, _ in }.numbers == 2...2)
        #expect(try test.open().cases().items.map(\.title) == ["Eerder", "Titel"])
    }

    @Test func anAuditorImportsNothing() throws {
        try test.admit("Olga", role: .auditor, until: test.time.day)
        try put("1.txt", "Titel")
        #expect(throws: Fault.roleMayNot(role: .auditor)) { try take(as: "Olga") }
    }

    /// Neither texts nor titles nor names of files are in the vault or the home.
    @Test func nothingOfItStandsInTheClear() throws {
        try put("zeer-onraadbaar-bestand.txt", "Zeer onraadbare titel\n\nZeer onraadbare tekst")
        try take(share: true)
        try FileManager.default.removeItem(atPath: folder)
        for (name, bytes) in try TestVault.allBytes(in: test.folder) {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("onraadba") && !name.contains("onraadba"), "\(name)")
        }
    }

    /// The list belongs to the entry: a home that has not seen it cannot go on without, one that has names what is gone.
    @Test func aListThatIsGoneOrAltered() throws {
        try test.admit("Bram")
        try put("1.txt", "Titel\n\nTekst")
        try take(share: true)
        let raw = try RawFile(test.path)
        let index = try test.entries() - 1
        let entry = try UnverifiedEntry(parsing: try raw.entry(index))
        let sealed = try raw.blob(entry.text.payload)
        let reading = try test.run { session in try session.keys.read(sealed, epoch: session.state.epoch) }
        guard case .opened(.known(let payload), _) = reading, case .imported(let work) = payload.body else { throw TestFailure() }
        let list = try raw.blob(work.list)
        for (spoiled, finding) in [(nil, FindingKind.payloadMissing), (Array(list.dropLast()) + [1], .payloadMismatch)] {
            if let spoiled { try raw.setBlob(work.list, spoiled) } else { try raw.removeBlob(work.list) }
            #expect(throws: Fault.payloadDamaged(index: index)) { try test.open(as: "Bram") }
            #expect(try test.open().verifyLog().findings.map(\.kind) == [finding])
            #expect(try test.open().show(case: 1).text.body == "Tekst")
            try raw.setBlob(work.list, list)
        }
        #expect(try test.open(as: "Bram").show(case: 1).text.body == "Tekst")
    }
}
