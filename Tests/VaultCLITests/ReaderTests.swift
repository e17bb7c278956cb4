import Foundation
import Testing
import VaultCore
import VaultFormat
import VaultTestkit

/// A second implementation, in Python and written from Docs/Format.md alone, reads what the program wrote, and both give the same answers.
@Suite struct ReaderTests {
    private static let python = ForeignProgram("python3")
    private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Reader/reader.py").path
    /// Where CI is set it has to be there.
    private static let isExpected =
        ProcessInfo.processInfo.environment["CI"] != nil
        || (try? python.run(["-c", "import nacl.bindings, cryptography.hazmat.primitives.asymmetric.mlkem"], in: "/"))?.status == 0

    /// Everybody at every turn of the story: who founded, who joined without history, who only reads the log, who took somebody's place,
    /// and who has yet to open the delivery with the newest keys, or the first one.
    @Test(.enabled(if: isExpected, "PyNaCl and cryptography are not installed")) func bothTellTheSame() throws {
        let place = try Workplace()
        defer { place.clear() }
        try tellFirstHalf(place)
        // Nobody but Anna and Bo has given a command since the keys changed, and Fien has not given any.
        for person in ["home", "Bo", "Dirk", "Eva", "Fien"] { try compare(place, person) }
        try tellSecondHalf(place)
        for person in ["Dirk", "Eva", "Gijs"] { try compare(place, person) }
        for person in ["Bo", "Cas", "Fien"] {
            #expect(try read(place, person, ["group show"]).status == 3)
            #expect(try kluis(place, person, "group show").exit == 3)
        }
        let wrong = try Self.python.run([Self.script, "home", "v.kluis", "group show"], in: place.path, input: Array("anders\n".utf8))
        #expect(wrong.status == 9, "\(wrong.said)")
    }

    @Test(.enabled(if: isExpected, "PyNaCl and cryptography are not installed")) func bothReadWhatExpiryLeaves() throws {
        let place = try Workplace()
        defer { place.clear() }
        place.environment["KLUIS_VAULT"] = "v.kluis"
        try TestVault.foundLongAgo(
            home: place.path + "/home", vault: place.path + "/v.kluis", passphrase: "geheim", person: "Anna", group: "Noord",
            text: try CaseText(title: "De deur", pitch: nil, body: "Hij klemt."), note: "Smeren.")
        try place.do("$PROGRAM audit expire --yes --passphrase-fd 3 3<secret")
        try compare(place, "home")
        let shown = try #require(try read(place, "home", ["log show"]).said.first)
        #expect(shown.components(separatedBy: #""expired":true"#).count == 4)
    }

    /// One byte of a part, another part's bytes under its name, a part that is gone; then entries, a payload and a log cut short.
    @Test(.enabled(if: isExpected, "PyNaCl and cryptography are not installed")) func bothFindWhatWasAltered() throws {
        let place = try Workplace()
        defer { place.clear() }
        try tellFirstHalf(place)
        try place.do("$PROGRAM member list --passphrase-fd 3 3<secret && cp v.kluis whole && cp -r home home.whole")
        let whole = try read(place, "home", ["part list"]).said.joined()
        let parts: [(hash: BlobHash, place: String)] = try whole.matches(
            of: /"blob":"([0-9a-f]{64})","case":(\d+),"note":(\d+),"part":"([a-z]+)"/
        ).map {
            (try BlobHash(hex: Array($0.1.utf8)), "\($0.2).\($0.3) \($0.4)")
        }
        let body = try #require(parts.first { $0.place == "2.0 body" })
        let note = try #require(parts.first { $0.place == "2.1 body" })
        let alterations: [(RawFile) throws -> Void] = [
            { try Self.flip(body.hash, in: $0) }, { try Self.flip(note.hash, in: $0) },
            { try $0.setBlob(body.hash, try $0.blob(note.hash)) }, { try $0.removeBlob(note.hash) },
        ]
        for alter in alterations {
            try alter(RawFile(place.path + "/v.kluis"))
            let found = try findings(try read(place, "home", ["check"]).said.joined())
            #expect(found.count == 1)
            #expect(try findings(try kluis(place, "home", "check --deep").output) == found)
            try place.do("cp whole v.kluis && rm -r home && cp -r home.whole home")
        }

        let count = try RawFile(place.path + "/whole").count("entries")
        for index in [0, 1, count / 2, count - 1] {
            let vault = try RawFile(place.path + "/v.kluis")
            var entry = try vault.entry(index)
            entry[entry.count / 3] ^= 0x01
            try vault.setEntry(index, entry)
            try expectBothStop(place, [4, 7])
        }
        for index in [2, count - 1] {
            let vault = try RawFile(place.path + "/v.kluis")
            try Self.flip(try EntryText(parsing: SignedNote(parsing: vault.entry(index)).text).payload, in: vault)
            try expectBothStop(place, [4])
        }
        try RawFile(place.path + "/v.kluis").removeEntry(count - 1)
        try expectBothStop(place, [7])
    }

    // MARK: Both

    /// What the reader says before the program writes of its looks, and then what the program says.
    private func compare(_ place: Workplace, _ person: String) throws {
        var questions = ["group show", "member list", "log head", "check", "log show", "log verify"]
        if person != "Eva" { questions.append("case list") }
        let first = try read(place, person, questions)
        try #require(first.status == 0, "\(person): \(first.said)")
        let cases = first.said.last?.matches(of: /"case":(\d+)/).map { "case show \($0.1)" } ?? []
        #expect(person == "Eva" || !cases.isEmpty)
        let shown = try read(place, person, cases)
        try #require(shown.status == 0, "\(person): \(shown.said)")

        let size = try #require(first.said[2].firstMatch(of: /"size":(\d+)/).flatMap { Int($0.1) })
        for (question, told) in zip(questions + cases, first.said + shown.said) {
            let heard = try kluis(place, person, question == "check" ? "check --deep" : question)
            let data = try answer(heard.output, size: size)
            #expect(question == "log verify" ? Self.verified(data, told, size: size) : data == told, "\(person): \(question)")
        }
    }

    /// The program has written by then: fresh keys, and that it looked.
    private static func verified(_ data: String, _ told: String, size: Int) -> Bool {
        let numbers = /"entries_verified":(\d+),"findings":\[\],"members":(\d+).*"unreadable":(\d+)/
        guard let one = data.firstMatch(of: numbers), let other = told.firstMatch(of: numbers) else { return false }
        return Int(one.1).map { $0 > size } == true && Int(other.1) == size && one.2 == other.2 && one.3 == other.3
    }

    private func expectBothStop(_ place: Workplace, _ codes: Set<Int32>) throws {
        let (reader, program) = (try read(place, "home", ["log show"]), try kluis(place, "home", "log verify"))
        #expect(codes.contains(reader.status), "\(reader.said)")
        #expect(codes.contains(program.exit), "\(program.errors)")
        try place.do("cp whole v.kluis && rm -r home && cp -r home.whole home")
    }

    /// The `data` of each answer, printed so that equal values are equal strings.
    private func read(_ place: Workplace, _ person: String, _ questions: [String]) throws -> (status: Int32, said: [String]) {
        guard !questions.isEmpty else { return (0, []) }
        let run = try Self.python.run([Self.script, person, "v.kluis"] + questions, in: place.path, input: Array("geheim\n".utf8))
        guard run.status == 0 else { return (run.status, [run.said]) }
        return (0, try run.said.split(separator: "\n").map { try answer(String($0), size: .max) })
    }

    private func kluis(_ place: Workplace, _ person: String, _ line: String) throws -> Heard {
        try place.kluis(line.split(separator: " ").map(String.init) + ["--home", person, "--json", "--passphrase-fd", "3"])
    }

    /// Without the lines of the log that came after the reader looked, and without sentences for people.
    private func answer(_ line: String, size: Int) throws -> String {
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        var data = try #require(object?["data"] as? [String: Any], "\(line)")
        if let items = data["items"] as? [[String: Any]] { data["items"] = items.filter { ($0["index"] as? Int ?? 0) < size } }
        if let entries = data["entries"] as? Int { data["entries"] = min(entries, size) }
        if let found = data["findings"] as? [[String: Any]] { data["findings"] = found.map { $0.filter { $0.key != "message" } } }
        return String(decoding: try JSONSerialization.data(withJSONObject: data, options: .sortedKeys), as: UTF8.self)
    }

    private func findings(_ line: String) throws -> [String] {
        let data = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        let found = (data?["findings"] ?? (data?["data"] as? [String: Any])?["findings"]) as? [[String: Any]]
        return try #require(found).map { finding in
            ["kind", "case", "note", "attachment", "part", "version"].map { "\($0) \(finding[$0] ?? NSNull())" }.joined(separator: ", ")
        }
    }

    private static func flip(_ hash: BlobHash, in vault: RawFile) throws {
        var bytes = try vault.blob(hash)
        bytes[bytes.count / 2] ^= 0x01
        try vault.setBlob(hash, bytes)
    }
}
