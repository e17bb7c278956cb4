import Testing
import VaultFormat

/// Names of files that came from somebody else.
struct SafeNameTests {
    static let table: [(hostile: String, safe: String)] = [
        ("brief.pdf", "brief.pdf"),
        ("Brief aan de wijk (2).pdf", "Brief aan de wijk (2).pdf"),
        ("été ☂ 夏.txt", "été ☂ 夏.txt"),
        // Paths of any system: what stands behind the last separator.
        ("/etc/passwd", "passwd"),
        ("../../.ssh/authorized_keys", "authorized_keys"),
        ("..\\..\\Windows\\win.ini", "win.ini"),
        ("map/", "map"),
        ("a//", "a"),
        // Nothing hidden, nothing that is a directory.
        (".bashrc", "bashrc"),
        ("...profile", "profile"),
        (" . .x", "x"),
        (".", "attachment"),
        ("..", "attachment"),
        ("../..", "attachment"),
        ("", "attachment"),
        ("/", "attachment"),
        ("   ", "attachment"),
        ("\u{202E}", "attachment"),
        // No option of any program.
        ("-rf", "_-rf"),
        ("--to", "_--to"),
        ("\u{200B}-rf", "_-rf"),
        // Nothing the terminal obeys, and nothing that cannot be seen.
        ("a\u{0}b", "ab"),
        ("a\nb\rc\td", "abcd"),
        ("rood\u{1B}[31m.txt", "rood[31m.txt"),
        ("a\u{9B}b\u{7F}c", "abc"),
        ("invoice\u{202E}fdp.exe", "invoicefdp.exe"),
        ("a\u{2066}b\u{2069}c", "abc"),
        ("a\u{200D}b\u{FEFF}c\u{AD}d", "abcd"),
        ("a\u{2028}b\u{2029}c", "abc"),
        ("a\u{3164}b\u{115F}c\u{FE0F}d\u{E0041}", "abcd"),
        // White space at the ends, of any kind.
        ("\u{A0} a b \u{3000}", "a b"),
        ("a.pdf ", "a.pdf"),
    ]

    @Test(arguments: table) func isReduced(hostile: String, safe: String) {
        #expect(SafeName(hostile).text == safe)
    }

    @Test func longNamesKeepTheirExtension() {
        let long = String(repeating: "a", count: 300)
        #expect(SafeName(long).text == String(repeating: "a", count: 255))
        #expect(SafeName(long + ".pdf").text == String(repeating: "a", count: 251) + ".pdf")
        #expect(SafeName(String(repeating: "a", count: 251) + ".pdf").text.utf8.count == 255)
        // Between two scalars, never inside one.
        #expect(SafeName(String(repeating: "é", count: 200) + ".pdf").text == String(repeating: "é", count: 125) + ".pdf")
        #expect(SafeName(String(repeating: "夏", count: 200)).text == String(repeating: "夏", count: 85))
        // What is that long is no extension.
        let strange = "a." + String(repeating: "b", count: 300)
        #expect(SafeName(strange).text == String(strange.prefix(255)))
        #expect(
            SafeName(String(repeating: "a", count: 200) + String(repeating: " ", count: 100) + ".txt").text == String(
                repeating: "a", count: 200) + ".txt")
    }

    /// What was made safe is safe, whatever it was before: kept and saved under one name.
    @Test func aSafeNameStaysAsItIs() {
        let pieces = [
            "a", ".", "-", " ", "/", "\\", "\u{202E}", "é", "夏", "\u{0}", "\u{FE0F}", ".pdf", "..", String(repeating: "x", count: 250),
        ]
        var state: UInt64 = 7
        for _ in 0..<5_000 {
            var name = ""
            for _ in 0..<6 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                name += pieces[Int(state >> 33) % pieces.count]
            }
            let safe = SafeName(name).text
            #expect(SafeName(safe).text == safe)
            #expect((1...SafeName.limit).contains(safe.utf8.count))
            #expect(!safe.hasPrefix(".") && !safe.hasPrefix("-") && !safe.contains("/") && !safe.contains("\\"))
            #expect(!safe.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
        }
    }

    @Test func aMegabyteOfNameTakesNoTime() {
        #expect(SafeName(String(repeating: "夏", count: 350_000) + ".pdf").text.hasSuffix("夏.pdf"))
    }
}
