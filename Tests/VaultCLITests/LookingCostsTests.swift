import Foundation
import Testing

/// Whoever looks at the log is in it: each command that shows something of it, and how it ends up there. What shows none of it is not.
@Suite struct LookingCostsTests {
    /// A command and the event of its own entry, with the case it is about.
    static let costs: [(command: String, event: String, number: Int?)] = [
        ("log show", "log.opened", nil), ("log show --from 0 --limit 2", "log.opened", nil), ("log show --case 1", "log.opened", 1),
        ("log verify", "log.verified", nil), ("case readers 1", "log.opened", 1), ("audit report --out {new}", "log.opened", nil),
        ("audit leaver 1", "log.opened", nil), ("audit export --to {new}", "log.exported", nil),
    ]

    static let free = ["log head", "check --deep", "member list", "member requests", "group show", "audit expire --dry-run"]

    @Test func eachLookIsAnEntry() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        for (command, event, number) in Self.costs {
            for options in [["--json"], []] {
                let before = try size(place)
                let words = command.split(separator: " ").map { $0 == "{new}" ? "new-\(before)" : String($0) }
                let heard = try place.kluis(words + options + ["--passphrase-fd", "3"])
                #expect(heard.exit == 0, "\(command): \(heard.errors)")
                #expect(try size(place) == before + 1, "\(command)")
                let line = try #require(try lines(place).last)
                #expect(line["event"] as? String == event && line["case"] as? Int == number && line["outcome"] as? Int == 0, "\(command)")
            }
        }
    }

    @Test func whatShowsNoneOfItIsNone() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let before = try size(place)
        for command in Self.free {
            let heard = try place.kluis(command.split(separator: " ").map(String.init) + ["--passphrase-fd", "3"])
            #expect(heard.exit == 0, "\(command): \(heard.errors)")
            #expect(try size(place) == before, "\(command)")
        }
    }

    private func data(_ place: Workplace, _ command: [String]) throws -> [String: Any] {
        let heard = try place.kluis(command + ["--json", "--passphrase-fd", "3"])
        let object = try JSONSerialization.jsonObject(with: Data(heard.output.utf8)) as? [String: Any]
        return try #require(object?["data"] as? [String: Any])
    }

    private func size(_ place: Workplace) throws -> Int { try #require(try data(place, ["log", "head"])["size"] as? Int) }

    /// Its own look comes after what it shows.
    private func lines(_ place: Workplace) throws -> [[String: Any]] {
        try #require(try data(place, ["log", "show", "--limit", "1"])["items"] as? [[String: Any]])
    }
}
