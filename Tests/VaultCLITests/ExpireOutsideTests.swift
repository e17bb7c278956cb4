import Foundation
import Testing
import VaultCore
import VaultTestkit

/// `kluis audit expire` on a vault in which something is old enough: the built program, with its own clock.
@Suite struct ExpireOutsideTests {
    private let place: Workplace

    init() throws {
        place = try Workplace()
        place.environment["KLUIS_VAULT"] = place.path + "/oud.kluis"
        try TestVault.foundLongAgo(
            home: place.path + "/home", vault: place.path + "/oud.kluis", passphrase: "geheim", person: "Anna", group: "Noord",
            text: try CaseText(title: "De deur", pitch: nil, body: "Hij klemt."), note: "Smeren.")
    }

    private func kluis(_ line: String) throws -> Heard {
        try place.kluis(line.split(separator: " ").map(String.init) + ["--passphrase-fd", "3"])
    }

    private func items(_ command: String) throws -> [[String: Any]] {
        let object = try JSONSerialization.jsonObject(with: Data(try kluis(command + " --json").output.utf8)) as? [String: Any]
        return try #require((object?["data"] as? [String: Any])?["items"] as? [[String: Any]])
    }

    @Test func inDutch() throws {
        defer { place.clear() }
        place.environment["LANG"] = "nl_NL.UTF-8"
        let dry = try kluis("audit expire --dry-run")
        #expect(dry.exit == 0 && dry.output.hasPrefix("Uit het logboek van Noord zou worden gewist wat van vóór 1 "), "\(dry.errors)")
        #expect(dry.output.hasSuffix(": wat er op 3 regels is bekeken; er is nu niets veranderd.\n"))
        #expect(dry.errors == "")
        let done = try kluis("audit expire --yes")
        #expect(done.exit == 0 && done.output.hasPrefix("Uit het logboek van Noord is gewist wat van vóór 1 "), "\(done.errors)")
        #expect(
            done.output.contains(": wat er op 3 regels is bekeken. De regels zelf blijven, en het logboek is nog helemaal na te rekenen.\n")
        )
        #expect(
            done.output.hasSuffix(
                "\nKopieën en reservekopieën die eerder zijn gemaakt laten het nog zien, en de anderen hebben het thuis tot hun volgende commando.\n"
            ))
        let shown = try kluis("log show")
        #expect(shown.output.components(separatedBy: "Anna bekeek iets: wat het was, is na de bewaartijd gewist\n").count == 4)
        #expect(shown.output.contains("Anna wiste een oud deel van het leeslogboek"))
        let again = try kluis("audit expire --yes")
        #expect(again.exit == 0 && again.output.hasPrefix("In het logboek van Noord staat niets meer dat van vóór 1 "))
        #expect(again.output.hasSuffix("deze groep bewaart 5 jaar wie wat bekeek.\n"))
    }

    @Test func forPrograms() throws {
        defer { place.clear() }
        let before = try items("log show")
        #expect(before.allSatisfy { $0["expired"] == nil })
        let done = try kluis("audit expire --yes --json")
        #expect(done.output.hasPrefix(#"{"schema":1,"ok":true,"data":{"looks":3,"names":0,"kept_from":""#), "\(done.errors)")
        #expect(done.output.contains(#"-01","retention_years":5}"#))
        let after = try items("log show")
        let erased = after.filter { $0["expired"] as? Bool == true }
        #expect(erased.count == 3)
        for item in erased {
            #expect(item["event"] is NSNull && item["case"] is NSNull && item["outcome"] is NSNull && item["void"] as? Bool == false)
            #expect(item["name"] as? String == "Anna" && item["time"] is String)
        }
        #expect(after.last?["event"] as? String == "payload.expired")
        #expect(try items("case readers 1").isEmpty)
        for command in ["log verify", "check --deep", "case show 1"] {
            let heard = try kluis(command)
            #expect(heard.exit == 0, "\(command): \(heard.output)\(heard.errors)")
        }
    }

    /// As other erasing commands: nothing goes without a yes, and the group's name is what is typed.
    @Test func certaintyIsAskedFor() throws {
        defer { place.clear() }
        let size = try items("log show").count
        let refused = try kluis("audit expire --json")
        #expect(refused.exit == 64 && refused.code == "usage.cannot-ask")
        for (typed, isDone) in [("nee", false), ("Oost", false), ("noord", true)] {
            let person = try Person(in: place, "$PROGRAM audit expire --passphrase-fd 3 3<secret")
            let asked = person.hear(until: "if you are sure:")
            #expect(asked.contains("You are about to erase from the log of Noord what is from before 1 "), "\(asked)")
            #expect(asked.contains("looked at in 3 entries") && asked.contains("That cannot be undone."), "\(asked)")
            person.type(typed + "\r")
            let said = person.hear()
            #expect(said.contains("has been erased from the log of Noord") == isDone, "\(said)")
        }
        // One entry of its own, beside those of looking at the log.
        #expect(try items("log show").count == size + 2)
    }
}
