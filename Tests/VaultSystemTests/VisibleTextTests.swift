import Testing
import VaultSystem

@Suite("Visible text") struct VisibleTextTests {
    @Test(arguments: [
        ("Een gewone titel, met één accent", "Een gewone titel, met één accent"),
        ("\u{1B}[31mrood\u{1B}]0;titel\u{7}", "␛[31mrood␛]0;titel␇"),
        ("\u{9B}31m", "<U+009B>31m"), ("\u{85}", "<U+0085>"), ("\u{7F}", "␡"), ("\0", "␀"),
        ("a\nb\r\nc", "a␊b␍␊c"), ("a\tb", "a    b"),
        ("abc\u{202E}txt.exe", "abc<U+202E>txt.exe"), ("\u{2066}x\u{2069}", "<U+2066>x<U+2069>"), ("\u{200F}", "<U+200F>"),
        ("\u{200B}\u{FEFF}\u{AD}\u{2060}", "<U+200B><U+FEFF><U+00AD><U+2060>"),
        ("\u{2028}\u{2029}", "<U+2028><U+2029>"), ("\u{FFFE}\u{10FFFF}", "<U+FFFE><U+10FFFF>"), ("\u{378}", "<U+0378>"),
        ("\u{E000}", "<U+E000>"), ("a\u{FE0F}", "a<U+FE0F>"), ("a\u{E0100}", "a<U+E0100>"), ("\u{E0041}", "<U+E0041>"),
        ("\u{3164}\u{115F}\u{34F}", "<U+3164><U+115F><U+034F>"), ("a\u{200D}b", "a<U+200D>b"),
        ("❤\u{FE0F}", "❤\u{FE0F}"), ("👩\u{200D}⚕\u{FE0F}", "👩\u{200D}⚕\u{FE0F}"), ("❤\u{FE0F}\u{FE0F}", "❤\u{FE0F}<U+FE0F>"),
        ("漢字 עברית العربية e\u{301}", "漢字 עברית العربية e\u{301}"),
    ])
    func showsWhatWouldSteerOrHide(_ text: String, _ shown: String) {
        #expect(Array(VisibleText.shown(text).unicodeScalars) == Array(shown.unicodeScalars))
    }

    @Test func keepsLineEndsWhenAsked() {
        #expect(VisibleText.shown("a\nb\r\nc\rd\n", keepingNewlines: true) == "a\nb\nc␍d\n")
        #expect(VisibleText.shown("a\u{2028}\u{B}\u{C}", keepingNewlines: true) == "a<U+2028>␋␌")
    }

    @Test func noControlOfAnyKindComesThrough() {
        for value in Array(0...0x9F as ClosedRange<UInt32>) + Array(0x2000...0x206F) + Array(0xFFF0...0xFFFB) + Array(0xE0000...0xE0FFF) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for shown in VisibleText.shown("a" + String(scalar)).unicodeScalars {
                let category = shown.properties.generalCategory
                #expect(category != .control && category != .format && category != .unassigned, "U+\(String(value, radix: 16))")
            }
        }
    }

    @Test func showingTwiceChangesNothing() {
        let once = VisibleText.shown("\u{1B}[0m\u{202E}\t❤\u{FE0F}\u{9B}")
        #expect(VisibleText.shown(once) == once)
    }

    @Test(arguments: [("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("\u{1B}", 1), ("\u{202E}", 8), ("\t", 4), ("", 0)])
    func countsColumns(_ text: String, _ columns: Int) {
        #expect(VisibleText.columns(text) == columns)
    }
}
