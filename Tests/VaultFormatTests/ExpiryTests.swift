import Testing
import VaultTestkit

@testable import VaultFormat

/// The body of `payload.expired`: one spelling, nothing beyond its bounds.
struct ExpiryTests {
    private func text(from: Int = 8, before: Int = 18, _ payloads: String = "wEA=", _ names: String = "[2,7]") -> String {
        #"{"before":\#(before),"event":"payload.expired","from":\#(from),"names":\#(names),"outcome":0,"payloads":"\#(payloads)","program":"kluis/0.1.0"}"#
    }

    @Test func theBitsAreInTheOrderOfTheEntries() throws {
        let expiry = Expiry(from: 8, before: 18, payloads: [8, 9, 17], names: [2, 7])
        let payload = Payload(.payloadExpired, .expiry(expiry))
        #expect(String(decoding: payload.bytes, as: UTF8.self) == text())
        #expect(try Payload.read(Array(text().utf8)) == .known(payload))
    }

    @Test func whatIsWrittenReadsBack() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<300 {
            let from = Int.random(in: 0...50, using: &random)
            let before = from + Int.random(in: 0...70, using: &random)
            let payloads = (from..<before).filter { _ in Bool.random(using: &random) }
            let expiry = Expiry(from: from, before: before, payloads: payloads, names: payloads.isEmpty ? [1] : [])
            let payload = Payload(.payloadExpired, .expiry(expiry))
            #expect(try Payload.read(payload.bytes) == .known(payload))
        }
    }

    @Test func theLongestFitsIntoAPayload() throws {
        let all = Array(5..<5 + Expiry.mostEntries)
        let payload = Payload(
            .payloadExpired, .expiry(Expiry(from: 5, before: 5 + Expiry.mostEntries, payloads: all, names: Array(1...500))))
        #expect(payload.bytes.count < Limits.payload * 3 / 4)
        #expect(try Payload.read(payload.bytes) == .known(payload))
    }

    @Test func nothingElseIsRead() throws {
        let wrong = [
            // A bit for an entry at or behind the mark.
            text("wGA="), text(before: 17),
            // Too few and too many bits.
            text("wA=="), text("wEAA"), text(before: 8), text(before: 16, "wEA="),
            // The mark before where it was.
            text(from: 19), text(from: -1),
            // Nothing.
            text("AAA=", "[]"), text(before: 8, "", "[]"),
            // Names twice, out of order, of nobody, of another type.
            text("wEA=", "[2,2]"), text("wEA=", "[7,2]"), text("wEA=", "[0]"), text("wEA=", #"["2"]"#), text("wEA=", "2"),
            // More entries than a payload may be about.
            text(from: 0, before: Expiry.mostEntries + 1), text(from: 0, before: CanonicalJSON.maximumInteger),
        ]
        for text in wrong { #expect(throws: FormatError.self, "\(text)") { try Payload.read(Array(text.utf8)) } }
        #expect(try Payload.read(Array(text(before: 8, "", "[3]").utf8)) != .needsNewer)
    }

    @Test func monthsAcrossYears() throws {
        func day(_ text: String) throws -> Day { try Day(Array(text.utf8)[...]) }
        #expect(try day("2024-02-29").firstOfMonth == day("2024-02-01"))
        #expect(try day("2024-02-29").firstOfMonth(yearsBefore: 1) == day("2023-02-01"))
        #expect(try day("2026-12-31").firstOfMonth(yearsBefore: 5) == day("2021-12-01"))
        #expect(try day("1970-01-01").firstOfMonth(yearsBefore: 100) == day("1870-01-01"))
    }
}
