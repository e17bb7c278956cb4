import Testing
import VaultFormat
import VaultTestkit

/// The files of an exported folder: one spelling each, and nothing else is read.
struct ExportFormatTests {
    private let group = GroupID.filled(3)

    @Test(arguments: [
        (0, "000"), (67, "067"), (999, "999"), (1000, "x001/000"), (1234, "x001/234"), (1_234_067, "x001/x234/067"),
    ])
    func pathsOfTiles(_ index: Int, _ path: String) {
        #expect(TileName(.hashes(level: 2), index: index).path == "tile/2/\(path)")
        #expect(TileName(.entries, index: index, width: 17).path == "tile/entries/\(path).p/17")
    }

    @Test func tilesOfACount() {
        #expect(TileName.all(.entries, count: 0).isEmpty)
        #expect(TileName.all(.entries, count: 256).map(\.width) == [256])
        #expect(TileName.all(.entries, count: 513).map(\.width) == [256, 256, 1])
    }

    @Test func entriesOfATile() {
        let entries: [[UInt8]] = [[], [1], Array(repeating: 7, count: 65_535)]
        let bytes = EntryTile.bytes(of: entries)
        #expect(bytes.count == EntryTile.length(of: entries) && EntryTile.entries(in: bytes) == entries)
        #expect(EntryTile.entries(in: Array(bytes.dropLast())) == Array(entries.prefix(2)))
        #expect(EntryTile.entries(in: [0]).isEmpty)
    }

    @Test func proofs() throws {
        let proof = LogProof(index: 12, hashes: [.filled(1), .filled(2)], checkpoint: Array("origin\n13\n".utf8))
        #expect(try LogProof(parsing: proof.bytes) == proof)
        let alone = LogProof(index: 0, hashes: [], checkpoint: [])
        #expect(try LogProof(parsing: alone.bytes) == alone)
        for end in 0..<(proof.bytes.count - 10) { #expect((try? LogProof(parsing: Array(proof.bytes[..<end]))) == nil) }
        #expect((try? LogProof(parsing: Array("c2sp.org/tlog-proof@v2\nindex 0\n\n".utf8))) == nil)
        #expect((try? LogProof(parsing: Array("c2sp.org/tlog-proof@v1\nindex 00\n\n".utf8))) == nil)
    }

    @Test func manifests() throws {
        let files = FileDigests([.init(path: "tile/0/000", digest: .filled(2)), .init(path: "MANIFEST-2", digest: .filled(0xab))])
        #expect(files.files.map(\.path) == ["MANIFEST-2", "tile/0/000"])
        #expect(try FileDigests(parsing: files.bytes) == files)
        #expect(try FileDigests(parsing: []).files.isEmpty)
        let lines = String(decoding: files.bytes, as: UTF8.self).split(separator: "\n").map { String($0) + "\n" }
        let first: String = lines[0]
        var wrong: [String] = [lines[1] + first, first + first, String(first.dropLast()), first.uppercased(), "x" + first]
        wrong.append(first.replacing("  ", with: " *"))
        for path in ["../passwd", "/etc", "a//b", "\u{1b}[31m", ".hidden"] { wrong.append(first.replacing("MANIFEST-2", with: path)) }
        for text in wrong { #expect((try? FileDigests(parsing: Array(text.utf8))) == nil, "\(text)") }
    }

    @Test func disclosures() throws {
        for given in [Disclosure.Given.absent, .opened(key: Array(repeating: 9, count: 32), sealed: [1, 2, 3])] {
            let line = Disclosure(index: 4, given: given).bytes
            #expect(try Disclosure(parsing: line.dropLast()) == Disclosure(index: 4, given: given))
        }
        for wrong in ["", "4", "4 gone", "04 absent", "4  absent", "-1 absent", "4 AAAA AAAA", "4 absent "] {
            #expect((try? Disclosure(parsing: Array(wrong.utf8)[...])) == nil, "\(wrong)")
        }
    }

    @Test func whatTheFolderIs() throws {
        let text = ExportText(group: group, time: Instant(seconds: 0), scope: .membership)
        #expect(try ExportText(parsing: text.bytes) == text)
        let later = String(decoding: text.bytes, as: UTF8.self).replacing("export/v1", with: "export/v2")
        #expect(throws: FormatError.unknownVersion) { try ExportText(parsing: Array(later.utf8)) }
        let other = String(decoding: text.bytes, as: UTF8.self).replacing("membership", with: "some")
        #expect(throws: FormatError.line(4)) { try ExportText(parsing: Array(other.utf8)) }
    }

    @Test func keysOfReports() throws {
        let text = ReportKeyText(group: group, key: .filled(8))
        #expect(try ReportKeyText(parsing: text.bytes) == text)
        #expect((try? ReportKeyText(parsing: text.bytes + [0x0a])) == nil)
    }
}
