import Foundation
import Testing
import VaultFormat
import VaultLog

@testable import VaultCLI
@testable import VaultCore

/// The shapes of what is printed.
@Suite struct OutputTests {
    @Test func jsonIsOneLineOfPlainText() throws {
        let text = "a\"b\\c\n\t\u{1b}[31m\u{202e}\u{7f}\u{85}\u{2028}é\u{1f600}\u{e0001}"
        let printed = JSON.object([JSON.Member("text", .string(text)), JSON.Member("none", .null), JSON.Member("n", 3)]).text
        #expect(!printed.unicodeScalars.contains { $0.properties.generalCategory == .control || $0.properties.generalCategory == .format })
        #expect(printed.contains("é\u{1f600}") && printed.contains(#"\u202e"#) && printed.contains(#"\u001b[31m"#))
        let read = try #require(try JSONSerialization.jsonObject(with: Data(printed.utf8)) as? [String: Any])
        #expect(read["text"] as? String == text)
        #expect(read["none"] is NSNull)
        #expect(read["n"] as? Int == 3)
    }

    /// A colleague's text is shown while one waits, whatever is in it.
    @Test func aMillionSpacesAreBroken() {
        let rows = Page("een" + String(repeating: " ", count: 1 << 20) + "twee").printed(width: 8, colour: false).split(separator: "\n")
        #expect(rows.first?.hasPrefix("een") == true && rows.last?.hasSuffix("twee") == true)
    }

    @Test func membersKeepTheirOrder() {
        #expect(JSON.object([JSON.Member("b", .bool(true)), JSON.Member("a", .array([1, 2]))]).text == #"{"b":true,"a":[1,2]}"#)
    }

    @Test func theEnvelopeOfAResult() {
        let notice = Notice(code: .partDamaged, remark: .caseDamaged(2))
        #expect(
            Envelope.result([JSON.Member("case", 1)], warnings: [notice], ok: true, language: .english).text
                == #"{"schema":1,"ok":true,"data":{"case":1},"warnings":[{"code":"damaged.part","#
                + #""message":"Case 2 is damaged or was changed outside Kluis, so we do not show it."}]}"#)
        #expect(
            Envelope.result([JSON.Member("findings", .array([]))], warnings: [], ok: false, language: .english).text
                == #"{"schema":1,"ok":false,"data":{"findings":[]}}"#)
    }

    @Test func theEnvelopeOfAnError() {
        #expect(
            Envelope.error(.fault(.wrongPassphrase), language: .dutch).text
                == #"{"schema":1,"ok":false,"error":{"code":"wrong-passphrase","exit":9,"#
                + #""message":"Deze wachtzin past niet bij jouw sleutel.","hint":"Probeer het opnieuw: hoofdletters en spaties tellen mee."}}"#
        )
    }

    @Test func hostileTextIsShownAndNotObeyed() {
        var page = Page()
        page.add("Slaap\u{1b}[2J\u{202e}na\nde", .strong)
        page.addText("een\r\nregel\u{7}\r\n")
        let printed = page.printed(width: 80, colour: false)
        #expect(!printed.contains("\u{1b}") && !printed.contains("\u{202e}") && !printed.contains("\u{7}") && !printed.contains("\r"))
        #expect(printed.split(separator: "\n").count == 3)
    }

    @Test func rowsAreBrokenAtSpaces() {
        var page = Page()
        page.add("een twee drie vier", indent: 2, hang: 2)
        page.add("  ingesprongen tekst die te lang is")
        page.add("onbreekbaarlangwoord")
        #expect(
            page.printed(width: 12, colour: false)
                == "  een twee\n    drie\n    vier\n  ingesprongen\ntekst die te\nlang is\nonbreekbaarlangwoord\n")
        #expect(page.printed(width: nil, colour: false).split(separator: "\n").count == 3)
    }

    @Test func colourIsNeverTheOnlySign() {
        var page = Page()
        page.add("kop", .strong)
        page.space()
        page.add("tekst")
        #expect(page.printed(width: nil, colour: true) == "\u{1b}[1mkop\u{1b}[0m\n\ntekst\n")
        #expect(page.printed(width: nil, colour: false) == "kop\n\ntekst\n")
    }

    @Test func aTextEndsWhereItEnds() {
        var page = Page()
        page.addText("een\n\ntwee\n")
        #expect(page.printed(width: nil, colour: false) == "een\n\ntwee\n")
    }

    @Test func findingsOfALogAndOfContent() {
        let log = Finding(kind: .void, index: 3, caseNumber: nil, note: nil, attachment: nil, part: nil, version: nil)
        let part = Finding(kind: .partMissing, index: nil, caseNumber: 2, note: 1, attachment: nil, part: .body, version: 4)
        let view = FindingsView(findings: [log, part], language: .english)
        #expect(view.trouble == .findings(2))
        #expect(
            FindingsView(findings: [log], language: .english).ofLog.text
                == #"[{"index":3,"kind":"void","message":"What entry 3 of the log says goes against a rule and has therefore changed nothing."}]"#
        )
        #expect(
            FindingsView(findings: [part], language: .english).ofContent.text
                == #"[{"kind":"part-missing","case":2,"note":1,"attachment":null,"part":"body","version":4,"index":null,"#
                + #""message":"Note 1 on case 2 is missing."}]"#)
        #expect(FindingsView(findings: [], language: .english).trouble == nil)
    }

    @Test func aDryRunIsMarkedAndAdvisesNothing() {
        let answer = Answer(data: [JSON.Member("case", 1)], page: Page(), remarks: [.lookAtCase(1)])
        #expect(answer.marked(dryRun: true).data == [JSON.Member("case", 1), JSON.Member("dry_run", .bool(true))])
        #expect(answer.marked(dryRun: true).remarks.isEmpty)
        #expect(answer.marked(dryRun: false).data == [JSON.Member("case", 1)])
    }
}
