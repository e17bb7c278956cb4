import Testing
import VaultFormat

/// The clear part of an entry: one spelling, and a fault is named by its line.
@Suite struct EntryTextTests {
    private static let root = "2d9X2P4cOnFQlxMURJxOa+XYfwtzX+gQNPVZt2uY75Y="
    private static let plain = """
        kluis.entry/v1
        group 000102030405060708090a0b0c0d0e0f
        time 2026-11-22T10:00:00Z
        tree 42 \(root)
        roster 37
        payload erEw/UXJLrOcF0Lk5EVmBPOa7iQM6IGVObafO0XcrNQ=

        """
    private static let delivering = plain + "wraps \(root)\n"

    private func parse(_ text: String) throws(FormatError) -> EntryText { try EntryText(parsing: Array(text.utf8)) }

    @Test func theFieldsAreWhatIsWritten() throws {
        let entry = try parse(Self.delivering)
        #expect(entry.group == GroupID(trusted: Array(0..<16)))
        #expect(entry.time.text == "2026-11-22T10:00:00Z")
        #expect(entry.tree.size == 42 && entry.tree.root.base64 == Self.root)
        #expect(entry.roster == 37)
        #expect(entry.payload.base64 == "erEw/UXJLrOcF0Lk5EVmBPOa7iQM6IGVObafO0XcrNQ=")
        #expect(entry.delivery?.base64 == Self.root)
        #expect(try parse(Self.plain).delivery == nil)
    }

    @Test func whatIsPrintedIsReadBack() throws {
        for delivery in [nil, BlobHash(trusted: [UInt8](repeating: 255, count: 32))] {
            let entry = EntryText(
                group: GroupID(trusted: Array(0..<16)), time: Instant(seconds: 0),
                tree: TreeHead(size: 0, root: TreeHash(trusted: [UInt8](repeating: 0, count: 32))), roster: (1 << 53) - 1,
                payload: BlobHash(trusted: Array(0..<32)), delivery: delivery)
            #expect(try EntryText(parsing: entry.bytes) == entry)
        }
    }

    @Test func everyChangedByteIsRefusedOrAnotherEntry() throws {
        #expect(try sweep(Array(Self.plain.utf8), parse: EntryText.init(parsing:), print: \.bytes) > 1000)
        // Without its last line an entry that begins a generation is one that does not.
        let cut = Self.plain.utf8.count
        #expect(try sweep(Array(Self.delivering.utf8), validCuts: [cut], parse: EntryText.init(parsing:), print: \.bytes) > 1000)
    }

    @Test func theLineAtFaultIsNamed() {
        let lines = Self.delivering.split(separator: "\n").map(String.init)
        func parse(_ lines: [String]) throws(FormatError) -> EntryText { try self.parse(lines.joined(separator: "\n") + "\n") }
        for number in 1...lines.count {
            var padded = lines
            padded[number - 1] += " "
            #expect(throws: FormatError.line(number)) { try parse(padded) }
            var renamed = lines
            renamed[number - 1] = "x" + lines[number - 1]
            #expect(throws: FormatError.line(number)) { try parse(renamed) }
            guard number > 1 else { continue }
            var nameless = lines
            nameless[number - 1] = String(lines[number - 1].prefix { $0 != " " })
            #expect(throws: FormatError.line(number)) { try parse(nameless) }
        }
        for number in 1...lines.count {
            var missing = lines
            missing.remove(at: number - 1)
            if number < lines.count { #expect(throws: FormatError.line(number)) { try parse(missing) } }
            var twice = lines
            twice.insert(lines[number - 1], at: number)
            #expect(throws: FormatError.line(number + 1)) { try parse(twice) }
        }
    }

    @Test func anotherVersionIsRefusedByName() {
        for heading in ["kluis.entry/v2", "kluis.entry/v10"] {
            #expect(throws: FormatError.unknownVersion) { try parse(Self.plain.replacing("kluis.entry/v1", with: heading)) }
        }
        for heading in ["kluis.note/v1", "Kluis.entry/v1", "kluis.entry/v1 ", "kluis.entry/v1\r", "kluis.entry/2", " kluis.entry/v1", ""] {
            #expect(throws: FormatError.line(1)) { try parse(Self.plain.replacing("kluis.entry/v1", with: heading)) }
        }
    }

    @Test(arguments: ["042", "+42", "-42", "4 2", " 42", "", "42 ", "4２", "9007199254740992", "99999999999999999999", "0x2a"])
    func countsHaveOneSpelling(spelled: String) {
        #expect(throws: FormatError.line(4)) { try parse(Self.plain.replacing("tree 42 ", with: "tree \(spelled) ")) }
        #expect(throws: FormatError.line(5)) { try parse(Self.plain.replacing("roster 37", with: "roster \(spelled)")) }
    }
}
